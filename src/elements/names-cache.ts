import { NAMES_CACHE } from '../offline/cache-names.ts';
import { nameFile, POPULAR } from '../search/names/name-table.ts';

/** Where the tables lie: scripts are in /_astro/. */
export const NAMES_FOLDER = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}names/`;

/** Tells whether names can be found without asking the network for the first table. */
export async function areNamesKept(): Promise<boolean> {
	try {
		const cache = await caches.open(NAMES_CACHE);
		return (await cache.match(NAMES_FOLDER + nameFile(POPULAR))) !== undefined;
	} catch {
		return false;
	}
}
