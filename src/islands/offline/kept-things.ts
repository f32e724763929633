import { openLibrary } from '../../library/database.ts';
import type { Kept } from './readiness.ts';

/** What there is to test. */
export async function keptThings(): Promise<Omit<Kept, 'base'>> {
	const chosen = await (await openLibrary()).getAllKeys('packs');
	return {
		tune: await savedTune(),
		hasPlaces: chosen.some((id) => /^(sessions|events)\//.test(id)),
	};
}

/** The address of some tune on the device; undefined when there is none. */
async function savedTune(): Promise<string | undefined> {
	const database = await openLibrary();
	const from: [string, string] = ['/tunes/1', ''];
	const keys = await database.getAllKeys('pages', IDBKeyRange.bound(from, ['/tunes/:', '']), 1);
	return keys[0]?.[0];
}
