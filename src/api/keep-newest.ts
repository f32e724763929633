import type { Store } from '../store/open.ts';

/** Rows `offset` to `offset + limit`, newest first. */
export type ReadNewest<Key, Row> = (store: Store, key: Key, limit: number, offset: number) => Row[];

/** As deep as anyone pages. */
const KEPT = 2500;

/**
 * Caches the newest 2,500 rows per store and key, for queries without a matching index, each of which reads a
 * whole table. Deeper rows are read again each time.
 */
export function keepNewest<Key, Row>(read: ReadNewest<Key, Row>): ReadNewest<Key, Row> {
	const kept = new WeakMap<Store, Map<Key, Row[]>>();
	return (store, key, limit, offset) => {
		if (offset + limit > KEPT) return read(store, key, limit, offset);
		const lists = kept.get(store) ?? new Map<Key, Row[]>();
		kept.set(store, lists);
		const list = lists.get(key) ?? read(store, key, KEPT, 0);
		lists.set(key, list);
		return list.slice(offset, offset + limit);
	};
}
