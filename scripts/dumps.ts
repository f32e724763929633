import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { usageError } from '../src/core/errors.ts';
import { openStore, storePath } from '../src/store/open.ts';
import { DUMP_FORMATS, USUAL_FORMATS } from '../src/dumps/dump-file.ts';
import { DUMP_TABLES } from '../src/dumps/tables.ts';
import { writeDumps } from '../src/dumps/write-dumps.ts';
import { lockRun } from '../src/pipeline/lock.ts';
import { readOptions } from '../src/cli/options.ts';
import { announce, bytes, count, duration } from '../src/cli/output.ts';
import { showProgress } from '../src/cli/progress.ts';
import { isPublished } from '../src/store/published.ts';
import { run } from '../src/cli/run.ts';

const TABLES = DUMP_TABLES.map(({ name }) => name);

const HELP = `Writes the data as files for download; docs/dumps.md describes them.

  npm run dumps -- [--out DIR] [--tables LIST] [--formats LIST]

  --out DIR       where to create the dump's folder (default: dumps/ in MIRROR_WORK)
  --tables LIST   only these: ${TABLES.join(',')}
  --formats LIST  any of ${DUMP_FORMATS.join(',')} (default: ${USUAL_FORMATS.join(',')})
  --help          this text

The last line it prints is the folder, session-mirror-<date of the data>.`;

const OPTIONS = {
	out: { type: 'string' },
	tables: { type: 'string', default: TABLES.join(',') },
	formats: { type: 'string', default: USUAL_FORMATS.join(',') },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const { work, out: site } = readConfig();
	const out = path.resolve(values.out ?? path.join(work, 'dumps'));
	const tables = chosen('table', values.tables, TABLES);
	const formats = chosen('format', values.formats, DUMP_FORMATS);
	warnOfUnpublished(work, site);
	const lock = await lockRun(out);
	const start = performance.now();
	const { folder, manifest } = await writeDumps({
		store: storePath(work),
		out,
		tables: DUMP_TABLES.filter(({ name }) => tables.includes(name)),
		formats,
		progress: showProgress('dumps'),
	});
	lock.release();
	const weight = manifest.files.reduce((total, file) => total + file.bytes, 0);
	console.log(
		`dumps: ${count(manifest.files.length, 'file')}, ${bytes(weight)}, checked, in ${duration(performance.now() - start)}`,
	);
	console.log(folder);
});

/** A run that `verify` rejected leaves its store behind. */
function warnOfUnpublished(work: string, site: string): void {
	const store = openStore(storePath(work));
	const isPublishedThere = isPublished(store, site);
	store.close();
	if (isPublishedThere !== false) return;
	announce(
		'warning',
		`The store in ${work} is not the one that the site in ${site} was made of: its mirror run is under way or ` +
			'was refused. Publish this dump only if you know why.',
	);
}

/** The names in a list, in the order of the known ones. */
function chosen<Name extends string>(what: string, list: string, known: readonly Name[]): Name[] {
	const names = list.split(',').map((name) => name.trim());
	const unknown = names.find((name) => !(known as readonly string[]).includes(name));
	if (unknown !== undefined)
		throw usageError(`There is no ${what} "${unknown}"; known are ${known.join(', ')}.`, HELP);
	return known.filter((name) => names.includes(name));
}
