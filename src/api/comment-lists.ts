import * as addresses from '../domain/addresses.ts';
import { KINDS } from '../domain/kinds.ts';
import { countComments, newestComments } from '../store/api-items.ts';
import { commentObject } from './comments.ts';
import { keepNewest } from './keep-newest.ts';
import type { ApiList } from './lists.ts';

const newest = keepNewest(newestComments);

/** The newest comments, of each section and of the whole site. */
export const COMMENT_LISTS: readonly ApiList[] = [...KINDS, null].map((kind) => ({
	address: addresses.comments(kind ?? undefined),
	array: 'comments',
	total: (store) => countComments(store, kind),
	page: (store, limit, offset) => newest(store, kind, limit, offset).map(commentObject),
}));
