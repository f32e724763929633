import { ensureBrowser } from './browser/browser.ts';
import { run } from '../../src/cli/run.ts';

/** Makes sure that there is a browser before the browser tests begin. */
await run(() => {
	console.log(`Testing with ${ensureBrowser()}`);
});
