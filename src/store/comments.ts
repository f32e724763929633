import type { Kind, ThingRef } from '../core/kinds.ts';
import type { Store } from './open.ts';

export interface DiscussionRow {
	id: number;
	name: string;
	date: string | null;
	comments: number;
	member: string | null;
	slug: string | null;
}

export interface CommentRow {
	id: number;
	title: string | null;
	html: string;
	date: string | null;
	member: string | null;
	slug: string | null;
}

/** A thing whose comments link to another thing; `comment` is the first that does. */
export interface MentionRow {
	kind: Kind;
	id: number;
	comment: number;
	name: string;
}

export function discussionById(store: Store, id: number): DiscussionRow | undefined {
	return store.sql.get`
		SELECT d.id, d.name, d.date, d.comments, m.name AS member, m.slug
		FROM discussion d LEFT JOIN member m ON m.id = d.member_id
		WHERE d.id = ${id}` as unknown as DiscussionRow | undefined;
}

/** Oldest first, as on the thing's page. */
export function commentsOn(store: Store, { kind, id }: ThingRef): CommentRow[] {
	return store.sql.all`
		SELECT c.id, c.title, c.html, c.date, m.name AS member, m.slug
		FROM comment c LEFT JOIN member m ON m.id = c.member_id
		WHERE c.kind = ${kind} AND c.thing_id = ${id} ORDER BY c.position` as unknown as CommentRow[];
}

/**
 * Things with more than a given number of comments, or bytes of comments, counting `frame` extra bytes each.
 */
export function longThreads(
	store: Store,
	{ posts, bytes, frame }: { posts: number; bytes: number; frame: number },
): ThingRef[] {
	return store.sql.all`
		SELECT kind, thing_id AS id FROM comment GROUP BY kind, thing_id
		HAVING count(*) > ${posts}
			OR sum(octet_length(html) + coalesce(octet_length(title), 0) + ${frame}) > ${bytes}
		ORDER BY kind, thing_id` as unknown as ThingRef[];
}

/** Everything on this site whose comments link to the thing, by kind and name. */
export function mentionsOf(store: Store, { kind, id }: ThingRef): MentionRow[] {
	return store.sql.all`
		SELECT n.from_kind AS kind, n.from_id AS id, n.comment_id AS comment,
			coalesce(t.name, r.name, s.name, e.name, d.name) AS name
		FROM mention n
		LEFT JOIN tune t ON n.from_kind = 'tunes' AND t.id = n.from_id
		LEFT JOIN recording r ON n.from_kind = 'recordings' AND r.id = n.from_id
		LEFT JOIN session s ON n.from_kind = 'sessions' AND s.id = n.from_id
		LEFT JOIN event e ON n.from_kind = 'events' AND e.id = n.from_id
		LEFT JOIN discussion d ON n.from_kind = 'discussions' AND d.id = n.from_id
		WHERE n.kind = ${kind} AND n.thing_id = ${id}
		ORDER BY n.from_kind, coalesce(t.sort, r.sort, s.sort, e.sort, d.sort), n.from_id
	` as unknown as MentionRow[];
}
