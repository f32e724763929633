import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../src/config.ts';
import { run } from '../src/cli/run.ts';
import { parseArguments } from '../src/pipeline/arguments.ts';
import { runMirror } from '../src/pipeline/run.ts';
import { repositoryFromFolder } from '../src/pipeline/sync/from-folder.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../sample');
const COMMIT = { date: '2026-11-14T06:00:00Z', message: 'Sample upstream' };

/** Makes git repositories of the sample and mirrors them, in a work folder of their own. */
await run(async () => {
	const env = { ...process.env };
	env['MIRROR_WORK'] = path.join(readConfig(env).work, 'sample');
	const repository = (name: string): string =>
		path.join(env['MIRROR_WORK'] ?? '', 'source', `${name}.git`);
	for (const name of ['TheSession-data', 'TheSession-archive']) {
		await repositoryFromFolder(path.join(SAMPLE, name), repository(name), COMMIT);
	}
	env['MIRROR_DATA_URL'] = pathToFileURL(repository('TheSession-data')).href;
	env['MIRROR_ARCHIVE_URL'] = pathToFileURL(repository('TheSession-archive')).href;
	env['MIRROR_SUPPRESS'] ??= path.resolve(SAMPLE, 'suppress.json');
	// Its size is known, so it must stay within every limit.
	await runMirror(readConfig(env), { ...parseArguments(), strict: true });
});
