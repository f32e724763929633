import * as addresses from '../core/addresses.ts';
import type { ThingRef } from '../core/kinds.ts';
import { itemComments, type ItemCommentRow } from '../store/api-items.ts';
import type { Store } from '../store/open.ts';
import { identity, memberRef, originalLinks } from './refs.ts';

/** All comments on a thing, in the order of its page. */
export function commentsOf(store: Store, ref: ThingRef): object[] {
	return itemComments(store, ref).map(commentObject);
}

/** `content` is HTML that we have sanitised. */
export function commentObject(row: ItemCommentRow): object {
	const { kind, thingId, id, title, html, member, number, date } = row;
	return {
		id,
		url: identity(addresses.comment({ kind, id: thingId }, id)),
		subject: title ?? '',
		content: originalLinks(html),
		member: memberRef(member, number),
		date,
	};
}
