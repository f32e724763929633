import { usageError } from '../src/core/errors.ts';
import { readArguments } from '../src/cli/options.ts';
import { run } from '../src/cli/run.ts';
import { releaseDumps } from '../src/publish/release-dumps.ts';

const HELP = `Publishes a folder of dumps as a release of this repository on GitHub, with the tool gh.

  npm run release-dumps -- DIR

  DIR      the folder given to \`npm run dumps -- --out DIR\`
  --help   this text`;

const OPTIONS = { help: { type: 'boolean', default: false } } as const;

/** Runs without any package installed, as its job may write to the repository. */
await run(() => {
	const { values, positionals } = readArguments(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const [folder, ...rest] = positionals;
	if (!folder || rest.length > 0) throw usageError('Give exactly one folder.', HELP);
	console.log(`release-dumps: published ${releaseDumps(folder)}`);
});
