import { NAMES_CACHE } from '../offline/cache-names.ts';
import { NameFinder } from '../search/names/name-finder.ts';
import { nameFile, NAME_KINDS, POPULAR, type NameTable } from '../search/names/name-table.ts';
import { keptJson } from './kept-files.ts';
import { NAMES_FOLDER } from './names-cache.ts';

let popular: Promise<NameFinder[]> | undefined;
let all: Promise<NameFinder[]> | undefined;

/** Finds the most popular tunes: the first answer on a slow connection. */
export function popularNames(): Promise<NameFinder[]> {
	popular ??= table(POPULAR).then(async (tunes) => [await NameFinder.open('tunes', [tunes])]);
	popular.catch(() => (popular = undefined));
	return popular;
}

/** Finds everything that has a name, kind by kind. */
export function allNames(): Promise<NameFinder[]> {
	all ??= openAll();
	all.catch(() => (all = undefined));
	return all;
}

/**
 * Stores all name tables on the device.
 *
 * @throws when one is neither stored nor available from the network
 */
export async function keepNames(): Promise<void> {
	const { tag } = await table(POPULAR);
	for (const kind of NAME_KINDS) await table(kind, tag);
}

async function openAll(): Promise<NameFinder[]> {
	const finders: NameFinder[] = [];
	const first = await table(POPULAR);
	for (const kind of NAME_KINDS) {
		const rest = await table(kind, first.tag);
		finders.push(await NameFinder.open(kind, kind === 'tunes' ? [first, rest] : [rest]));
	}
	return finders;
}

/** The first table is revalidated each time; the others are versioned by it and fetched once. */
function table(name: Parameters<typeof nameFile>[0], tag?: string): Promise<NameTable> {
	const version = tag === undefined ? '' : `?${tag}`;
	return keptJson(NAMES_FOLDER + nameFile(name) + version, NAMES_CACHE) as Promise<NameTable>;
}
