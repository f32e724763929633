import { usageError } from '../src/errors.ts';
import { run } from './lib/run.ts';
import { releaseDumps } from './publish/release-dumps.ts';

/** Runs without any package installed: its job may write to the repository. */
await run(() => {
	const [folder, ...rest] = process.argv.slice(2);
	if (!folder || rest.length > 0)
		throw usageError('One folder is wanted.', 'npm run release-dumps -- DIR');
	console.log(`release-dumps: published ${releaseDumps(folder)}`);
});
