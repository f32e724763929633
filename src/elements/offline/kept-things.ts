import type { Kind } from '../../core/kinds.ts';
import { openLibrary } from '../../offline/library/database.ts';
import type { Kept } from './readiness.ts';

/** What can be tested. */
export async function keptThings(): Promise<Omit<Kept, 'base'>> {
	const chosen = await (await openLibrary()).getAllKeys('packs');
	return {
		tune: await savedThing('tunes'),
		other:
			(await savedThing('recordings')) ??
			(await savedThing('sessions')) ??
			(await savedThing('events')) ??
			(await savedThing('discussions')),
		hasPlaces: chosen.some((id) => /^(sessions|events)\//.test(id)),
	};
}

/** The address of any stored thing of a kind; undefined when there is none. */
async function savedThing(kind: Kind): Promise<string | undefined> {
	const database = await openLibrary();
	const from: [string, string] = [`/${kind}/1`, ''];
	const keys = await database.getAllKeys('pages', IDBKeyRange.bound(from, [`/${kind}/:`, '']), 1);
	return keys[0]?.[0];
}
