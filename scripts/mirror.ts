import { readConfig } from '../src/config.ts';
import { run } from './lib/run.ts';
import { HELP, parseArguments } from './mirror/arguments.ts';
import { runMirror } from './mirror/run-mirror.ts';

await run(async () => {
	const args = parseArguments();
	if (args.help) console.log(HELP);
	else await runMirror(readConfig(), args);
});
