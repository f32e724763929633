import * as addresses from '../../core/addresses.ts';
import { isoDate, longDate } from '../../core/dates.ts';
import type { Kind, ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { commentsOn, mentionsOf } from '../../store/comments.ts';
import type { Link } from './page.ts';

/** Who did something, and when; each may be unknown. */
export interface Credit {
	/** Null when upstream does not name the person. */
	member: Link | null;
	date: DateView | null;
}

export interface DateView {
	/** Machine-readable, `2021-05-03T08:00:00Z`. */
	iso: string;
	/** As shown, `3 May 2021`. */
	text: string;
}

export interface CommentView extends Credit {
	anchor: string;
	title: string | null;
	/** Sanitised; internal links are root-relative, without the base path. */
	html: string;
}

/** A thing whose comments link here. */
export interface MentionView extends Link {
	kind: Kind;
}

export function commentViews(store: Store, thing: ThingRef): CommentView[] {
	return commentsOn(store, thing).map((row) => ({
		anchor: addresses.commentAnchor(row.id),
		title: row.title,
		html: row.html,
		...creditOf(row),
	}));
}

export function mentionViews(store: Store, thing: ThingRef): MentionView[] {
	return mentionsOf(store, thing).map(({ kind, id, comment, name }) => ({
		kind,
		name,
		address: addresses.comment({ kind, id }, comment),
	}));
}

export function creditOf(row: {
	member: string | null;
	slug: string | null;
	date: string | null;
}): Credit {
	return {
		member:
			row.member === null || row.slug === null
				? null
				: { name: row.member, address: addresses.member(row.slug) },
		date: dateView(row.date),
	};
}

export function dateView(date: string | null): DateView | null {
	return date === null ? null : { iso: isoDate(date), text: longDate(date) };
}
