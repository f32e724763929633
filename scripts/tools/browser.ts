import { ensureBrowser } from './lib/browser.ts';
import { run } from './lib/run.ts';

/** Makes sure that there is a browser before the browser tests begin. */
await run(() => {
	console.log(`Testing with ${ensureBrowser()}`);
});
