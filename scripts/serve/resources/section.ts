import { commentObject } from '../../../src/api/comments.ts';
import { SECTION_FEEDS } from '../../../src/api/feed-sources.ts';
import { SECTION_LISTS } from '../../../src/api/lists.ts';
import * as addresses from '../../../src/domain/addresses.ts';
import { KINDS, type Kind } from '../../../src/domain/kinds.ts';
import { commentsAt } from '../../../src/store/api-items.ts';
import type { Store } from '../../../src/store/open.ts';
import { countSaid, placesSaid } from '../search/recent.ts';
import type { Books } from '../shelf.ts';
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
export function sectionResource(books: Books, address: string): Resource | undefined {
	const kind = KINDS.find((each) => address === `/${each}/activity`);
	if (kind)
		return {
			is: 'activity',
			scope: kind,
			title: `Activity in ${kind}`,
			page: addresses.section(kind),
		};
	const list = listAt(books, address);
	if (!list) return undefined;
	const { title, page } = FEEDS.get(address) ?? OTHERS.get(address) ?? {};
	return { is: 'list', list, title: title ?? address, page: page ?? null };
}

function listAt({ store, search }: Books, address: string): ServedList | undefined {
	const kind = COMMENTS.get(address);
	if (kind !== undefined)
		return {
			array: 'comments',
			read: (limit, offset) => ({
				total: countSaid(search, kind),
				things: commentsAt(store, placesSaid(search, kind, limit, offset)).map(commentObject),
			}),
		};
	const list = LISTS.get(address);
	if (!list) return undefined;
	return { ...served(store, { ...list, total: () => totalOf(store, address) }) };
}

const totals = new WeakMap<Store, Map<string, number>>();

/** To count a whole table takes as long as to answer, and its count stays. */
function totalOf(store: Store, address: string): number {
	const known = totals.get(store) ?? new Map<string, number>();
	totals.set(store, known);
	const total = known.get(address) ?? LISTS.get(address)?.total(store) ?? 0;
	known.set(address, total);
	return total;
}
