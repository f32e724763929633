import type { Store } from '../../store/open.ts';
import {
	listedArtists,
	listedDiscussions,
	listedEvents,
	listedRecordings,
	listedSessions,
	listedTunes,
} from '../../store/catalogue.ts';
import { allMembers } from '../../store/members.ts';

/**
 * Makes a reader that reads once per store. Thousands of list pages share the same rows; a query for each
 * would sort them all every time.
 */
export function once<T>(read: (store: Store) => T): (store: Store) => T {
	const known = new WeakMap<Store, { value: T }>();
	return (store) => {
		const found = known.get(store) ?? { value: read(store) };
		known.set(store, found);
		return found.value;
	};
}

export const tunes = once(listedTunes);
export const recordings = once(listedRecordings);
export const artists = once(listedArtists);
export const sessions = once(listedSessions);
export const events = once(listedEvents);
export const discussions = once(listedDiscussions);
export const members = once(allMembers);
