import { commentObject } from '../../api/comments.ts';
import { SECTION_FEEDS } from '../../api/feed-sources.ts';
import { SECTION_LISTS } from '../../api/lists.ts';
import * as addresses from '../../core/addresses.ts';
import { KINDS, type Kind } from '../../core/kinds.ts';
import { commentsAt } from '../../store/api-items.ts';
import type { Store } from '../../store/open.ts';
import { countSaid, placesSaid } from '../search/recent.ts';
import type { Snapshot } from '../snapshot.ts';
import { served, type Resource, type ServedList } from './resource.ts';

const LISTS = new Map(SECTION_LISTS.map((list) => [list.address, list]));
const FEEDS = new Map(SECTION_FEEDS.map((source) => [source.list, source]));
const COMMENTS = new Map<string, Kind | null>(
	[...KINDS, null].map((kind) => [addresses.comments(kind ?? undefined), kind]),
);
const OTHERS = new Map([
	[addresses.popularTunes(), { title: 'Popular tunes', page: addresses.popularTunes() }],
	['/tunes/recordings', { title: 'Tunes on recordings', page: addresses.recordedTunes() }],
	['/tunes/sets', { title: 'New sets', page: null }],
	[addresses.upcomingEvents(), { title: 'Events to come', page: addresses.upcomingEvents() }],
]);

/** Lists and activity of sections, and the comments of the whole site. */
export function sectionResource(snapshot: Snapshot, address: string): Resource | undefined {
	const kind = KINDS.find((each) => address === `/${each}/activity`);
	if (kind)
		return {
			is: 'activity',
			scope: kind,
			title: `Activity in ${kind}`,
			page: addresses.section(kind),
		};
	const list = listAt(snapshot, address);
	if (!list) return undefined;
	const { title, page } = FEEDS.get(address) ?? OTHERS.get(address) ?? {};
	return { is: 'list', list, title: title ?? address, page: page ?? null };
}

function listAt({ store, search }: Snapshot, address: string): ServedList | undefined {
	const kind = COMMENTS.get(address);
	if (kind !== undefined)
		return {
			array: 'comments',
			read(limit, offset) {
				const total = countSaid(search, kind);
				const places = offset < total ? placesSaid(search, kind, limit, offset) : [];
				return { total, things: commentsAt(store, places).map(commentObject) };
			},
		};
	const list = LISTS.get(address);
	if (!list) return undefined;
	const { byIds } = list;
	if (!byIds) return served(store, list);
	return {
		array: list.array,
		read(limit, offset) {
			const ids = orderOf(store, address, byIds.all);
			return {
				total: ids.length,
				things: byIds.shape(store, [...ids.subarray(offset, offset + limit)]),
			};
		},
	};
}

const orders = new WeakMap<Store, Map<string, Int32Array>>();

/** The order of a list, kept because sorting a whole table takes longer than answering. */
function orderOf(store: Store, address: string, all: (store: Store) => number[]): Int32Array {
	const known = orders.get(store) ?? new Map<string, Int32Array>();
	orders.set(store, known);
	const order = known.get(address) ?? Int32Array.from(all(store));
	known.set(address, order);
	return order;
}
