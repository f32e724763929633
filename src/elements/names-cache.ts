import { NAMES_CACHE } from '../offline/cache-names.ts';
import { nameFile, POPULAR } from '../search/names/name-table.ts';

/** The folder of the name tables; scripts are in /_astro/. */
export const NAMES_FOLDER = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}names/`;

/** Whether names can be found without requesting the first table from the network. */
export async function areNamesKept(): Promise<boolean> {
	try {
		const cache = await caches.open(NAMES_CACHE);
		return (await cache.match(NAMES_FOLDER + nameFile(POPULAR))) !== undefined;
	} catch {
		return false;
	}
}
