import { foundTunesOf } from '../../api/list-rows.ts';
import { shapeOf } from '../../api/lists.ts';
import { memberRef } from '../../api/refs.ts';
import * as addresses from '../../core/addresses.ts';
import type { Kind } from '../../core/kinds.ts';
import { membersById } from '../../store/api-members.ts';
import type { Store } from '../../store/open.ts';
import { aliasesOfTune, tuneById } from '../../store/tunes.ts';
import { readAround, readMode, readType, readWords, type Query } from '../parameters.ts';
import { find } from '../search/find.ts';
import { holdsWords, soughtWords } from '../search/words.ts';
import type { Snapshot } from '../snapshot.ts';
import { idsNear } from '../coordinates.ts';
import type { Asked, Resource } from './resource.ts';

/** `/tunes/search`, `/members/search` and the like, `/sessions/nearby`, `/events/nearby`. */
export function searchResource(
	section: Kind | 'members',
	{ snapshot, path, query }: Asked,
): Resource | undefined {
	if (path.length !== 1) return undefined;
	if (path[0] === 'search') return found(section, snapshot, query);
	const isPlaced = section === 'sessions' || section === 'events';
	return path[0] === 'nearby' && isPlaced ? near(section, snapshot, query) : undefined;
}

function found(section: Kind | 'members', { store, search }: Snapshot, query: Query): Resource {
	const text = readWords(query);
	const type = section === 'tunes' ? readType(query) : undefined;
	const mode = section === 'tunes' ? readMode(query) : undefined;
	const shape =
		section === 'members' ? membersOf : section === 'tunes' ? tunesOf : shapeOf(section);
	return {
		is: 'list',
		list: {
			array: section,
			read(limit, offset) {
				const { total, ids } = find(search, { of: section, text, type, mode }, limit, offset);
				return { total, things: shape(store, ids, text) };
			},
		},
		title: `${section} for “${text}”`,
		page:
			section === 'members'
				? addresses.section(section)
				: addresses.search({ q: text, in: section, ...(type !== undefined && { type }) }),
		feed: feedOf(`/${section}/search`, { q: text, type, mode }),
	};
}

function near(kind: 'sessions' | 'events', { store, spots }: Snapshot, query: Query): Resource {
	const { from, km } = readAround(query);
	const place = `${from.latitude},${from.longitude}`;
	return {
		is: 'list',
		list: {
			array: kind,
			read(limit, offset) {
				const ids = idsNear(spots[kind], from, km);
				const some = ids.slice(offset, offset + limit);
				return { total: ids.length, things: shapeOf(kind)(store, some) };
			},
		},
		title: `${kind} near ${place}`,
		page: addresses.nearby(place, kind),
		feed: feedOf(`/${kind}/nearby`, { latlon: place, radius: String(km) }),
	};
}

/** Depends on what was searched for, and not on other parameters. */
function feedOf(list: string, sought: Record<string, string | undefined>): string {
	const said = Object.entries(sought).filter((each): each is [string, string] => Boolean(each[1]));
	return `${addresses.feed(list, 'atom')}?${new URLSearchParams(said).toString()}`;
}

/** With the alias that matched, when the words are not in the tune's own name. */
function tunesOf(store: Store, ids: readonly number[], text: string): object[] {
	const words = soughtWords(text);
	return foundTunesOf(
		store,
		ids.map((id) => ({ id, alias: aliasFound(store, id, words) })),
	);
}

function aliasFound(store: Store, id: number, words: readonly string[]): string | null {
	const name = tuneById(store, id)?.name ?? '';
	if (holdsWords(name, words)) return null;
	return aliasesOfTune(store, id).find((alias) => holdsWords(alias, words)) ?? null;
}

function membersOf(store: Store, ids: readonly number[]): object[] {
	return membersById(store, ids).map(({ name, number }) => memberRef(name, number));
}
