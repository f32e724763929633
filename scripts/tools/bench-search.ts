import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { nameTables } from '../../src/core/addresses.ts';
import { MirrorError, usageError } from '../../src/core/errors.ts';
import { NameFinder } from '../../src/search/names/name-finder.ts';
import { nameFile, POPULAR, type NameTable } from '../../src/search/names/name-table.ts';
import { openStore, storePath } from '../../src/store/open.ts';
import { tuneNames } from '../../src/store/names.ts';
import { measureAccuracy, type Alias } from './bench-search/accuracy.ts';
import { measureReach } from './bench-search/keystrokes.ts';
import { accuracyTable, reachTable } from './bench-search/tables.ts';
import { writeNames } from '../../src/pipeline/index/names/write-names.ts';
import { readOptions } from '../../src/cli/options.ts';
import { run } from '../../src/cli/run.ts';

const HELP = `npm run bench-search -- [options]

Measures how well names are found, and prints tables: what share of aliases, typed in several ways, has
its tune among the first five; with --site, how long a letter takes in Chromium and what the first
answer costs.

  --store FILE  any store (default: the one in MIRROR_WORK)
  --sample N    how many aliases are typed (default 5000)
  --site DIR    a finished site made from that store, for the measurements in Chromium
  --base PATH   the base path it was built for (default /)
  --help        this text`;

const OPTIONS = {
	store: { type: 'string' },
	sample: { type: 'string', default: '5000' },
	site: { type: 'string' },
	base: { type: 'string', default: '/' },
	help: { type: 'boolean', default: false },
} as const;

/** How many names are typed letter by letter in Chromium. */
const TYPED_OUT = 40;

await run(async () => {
	const { store, sample, site, base, help } = readOptions(OPTIONS, HELP);
	if (help) return console.log(HELP);
	const size = Number(sample);
	if (!Number.isInteger(size) || size < 1) throw usageError(`--sample is "${sample}".`, HELP);
	const file = path.resolve(store ?? storePath(readConfig().work));
	const { aliases, names } = readAliases(file);
	if (aliases.length === 0) {
		throw new MirrorError(
			`The store ${file} has no aliases.`,
			'Mirror with `tunes` in --sections.',
		);
	}
	console.log(accuracyTable(measureAccuracy(await finderOf(file), aliases, names, size)));
	if (site === undefined) return;
	if (!existsSync(path.join(site, 'about.html')))
		throw usageError(`--site is "${site}", where no site is.`, HELP);
	const step = Math.max(1, Math.floor(aliases.length / TYPED_OUT));
	const typed = aliases.filter((_, n) => n % step === 0).map(({ name }) => name);
	console.log(reachTable(await measureReach(path.resolve(site), base, typed.slice(0, TYPED_OUT))));
});

function readAliases(file: string): { aliases: Alias[]; names: Alias[] } {
	const store = openStore(file);
	try {
		const tunes = tuneNames(store);
		const aliases = tunes.flatMap(({ id, aliases: others }) =>
			(JSON.parse(others) as string[]).map((name) => ({ tuneId: id, name })),
		);
		return { aliases, names: [...aliases, ...tunes.map(({ id, name }) => ({ tuneId: id, name }))] };
	} finally {
		store.close();
	}
}

/** The finder that a browser builds from the tables of this store. */
async function finderOf(store: string): Promise<NameFinder> {
	const folder = mkdtempSync(path.join(tmpdir(), 'finding-'));
	try {
		await writeNames(folder, store);
		const tables = [POPULAR, 'tunes'] as const;
		return await NameFinder.open(
			'tunes',
			tables.map(
				(table) =>
					JSON.parse(
						readFileSync(path.join(folder, nameTables(), nameFile(table)), 'utf8'),
					) as NameTable,
			),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
