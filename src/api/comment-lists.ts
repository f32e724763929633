import * as addresses from '../domain/addresses.ts';
import { KINDS, type Kind } from '../domain/kinds.ts';
import { countComments, newestComments, type ItemCommentRow } from '../store/api-items.ts';
import type { Store } from '../store/open.ts';
import { commentObject } from './comments.ts';
import type { ApiList } from './lists.ts';

/** Comments are ordered by no index: the newest are looked for once for each store. */
const KEPT = 2500;
const kept = new WeakMap<Store, Map<Kind | null, ItemCommentRow[]>>();

/** The newest comments, of each section and of the whole site. */
export const COMMENT_LISTS: readonly ApiList[] = [...KINDS, null].map((kind) => ({
	address: addresses.comments(kind ?? undefined),
	array: 'comments',
	total: (store) => countComments(store, kind),
	page: (store, limit, offset) => newest(store, kind, limit, offset).map(commentObject),
}));

function newest(store: Store, kind: Kind | null, limit: number, offset: number): ItemCommentRow[] {
	if (offset + limit > KEPT) return newestComments(store, kind, limit, offset);
	const lists = kept.get(store) ?? new Map<Kind | null, ItemCommentRow[]>();
	kept.set(store, lists);
	const list = lists.get(kind) ?? newestComments(store, kind, KEPT, 0);
	lists.set(kind, list);
	return list.slice(offset, offset + limit);
}
