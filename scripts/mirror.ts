import { readConfig } from '../src/config.ts';
import { run } from '../src/cli/run.ts';
import { HELP, parseArguments } from '../src/pipeline/arguments.ts';
import { runMirror } from '../src/pipeline/run.ts';

await run(async () => {
	const args = parseArguments();
	if (args.help) console.log(HELP);
	else await runMirror(readConfig(), args);
});
