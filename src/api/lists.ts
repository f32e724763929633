import * as addresses from '../core/addresses.ts';
import { KINDS, type Kind } from '../core/kinds.ts';
import { countComments, newestComments } from '../store/api-items.ts';
import { countIds, someIds, type IdList } from '../store/api-lists.ts';
import { storeFacts } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { TABLES } from '../store/tables.ts';
import { commentObject } from './comments.ts';
import { keepNewest } from './keep-newest.ts';
import { listRowsOf, popularRowsOf, settingRowsOf } from './list-rows.ts';
import { setLinesOf } from './sets.ts';

/** A list of the API. */
export interface ApiList {
	/** Without an extension: `/tunes/new`. */
	address: string;
	/** The key of its array: `settings`. */
	array: string;
	total: (store: Store) => number;
	/** A page of its things; their order has no ties. */
	page: (store: Store, limit: number, offset: number) => object[];
	/** The same in two steps, for things identified by id. */
	byIds?: {
		all: (store: Store) => number[];
		shape: Shape;
	};
}

export type Shape = (store: Store, ids: readonly number[]) => object[];

/** SQLite's value for "no limit". */
const NO_LIMIT = -1;

/** Turns ids of a kind into their list form. */
export const shapeOf =
	(kind: Kind): Shape =>
	(store, ids) =>
		listRowsOf(store, kind, ids);

/** A list defined by the ids of its things. */
export function listOf(
	address: string,
	array: string,
	shape: Shape,
	ids: IdList | ((store: Store) => IdList),
): ApiList {
	const inStore = (store: Store): IdList => (typeof ids === 'function' ? ids(store) : ids);
	return {
		address,
		array,
		total: (store) => countIds(store, inStore(store)),
		page: (store, limit, offset) => shape(store, someIds(store, inStore(store), limit, offset)),
		byIds: { all: (store) => someIds(store, inStore(store), NO_LIMIT, 0), shape },
	};
}

const newestOf = (table: string): IdList => ({
	sql: `id FROM ${table} ORDER BY date DESC, id DESC`,
	from: table,
});

/** Not over on the day of upstream's data; an event that ends before it starts counts as one day. */
function upcoming(store: Store): IdList {
	const from =
		'event WHERE starts IS NOT NULL AND substr(max(starts, coalesce(ends, starts)), 1, 10) >= :day';
	const day = storeFacts(store).upstream.data.date.slice(0, 10);
	return { sql: `id FROM ${from} ORDER BY starts, sort, id`, from, values: { day } };
}

const newestTold = keepNewest(newestComments);

/** The newest comments of each section and of the whole site. */
const COMMENT_LISTS: readonly ApiList[] = [...KINDS, null].map((kind) => ({
	address: addresses.comments(kind ?? undefined),
	array: 'comments',
	total: (store) => countComments(store, kind),
	page: (store, limit, offset) => newestTold(store, kind, limit, offset).map(commentObject),
}));

/** Every list of a section, and the comments of the whole site. */
export const SECTION_LISTS: readonly ApiList[] = [
	listOf(addresses.newest('tunes'), 'settings', settingRowsOf, newestOf('setting')),
	listOf(addresses.popularTunes(), 'tunes', popularRowsOf, {
		sql: 'id FROM tune ORDER BY tunebooks DESC, sort, id',
		from: 'tune',
	}),
	listOf('/tunes/recordings', 'tunes', shapeOf('tunes'), {
		sql: 'id FROM tune WHERE recordings > 0 ORDER BY recordings DESC, sort, id',
		from: 'tune WHERE recordings > 0',
	}),
	listOf('/tunes/sets', 'sets', setLinesOf, newestOf('tuneset')),
	...KINDS.flatMap((kind) =>
		kind === 'tunes'
			? []
			: listOf(addresses.newest(kind), kind, shapeOf(kind), newestOf(TABLES[kind])),
	),
	listOf(addresses.upcomingEvents(), 'events', shapeOf('events'), upcoming),
	...COMMENT_LISTS,
];
