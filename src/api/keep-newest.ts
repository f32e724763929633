import type { Store } from '../store/open.ts';

/** Rows `offset` to `offset + limit` of what is newest. */
export type ReadNewest<Key, Row> = (store: Store, key: Key, limit: number, offset: number) => Row[];

/** As deep as anybody pages. */
const KEPT = 2500;

/**
 * The same, read once for each store and key: for what no index orders, so that each look reads a whole
 * table. What lies deeper than 2,500 is read anew.
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
