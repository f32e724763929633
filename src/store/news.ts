import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';

// What was added since a given date.

/** A new setting of a tune that already existed. */
export interface NewSettingRow {
	id: number;
	tuneId: number;
	name: string;
	type: string;
	mode: string;
	date: string;
}

/** A thing with new comments. */
export interface CommentedRow {
	kind: Kind;
	id: number;
	name: string;
	/** The first of the new comments. */
	comment: number;
	comments: number;
}

export function settingsSince(store: Store, since: string): NewSettingRow[] {
	return store.sql.all`
		SELECT s.id, t.id AS tuneId, t.name, t.type, s.mode, s.date
		FROM setting s JOIN tune t ON t.id = s.tune_id
		WHERE s.date >= ${since} AND t.date < ${since}
		ORDER BY s.date DESC, s.id DESC` as unknown as NewSettingRow[];
}

/** By the date they were added, not the date of the event. */
export function eventsSince(store: Store, since: string): number[] {
	const rows = store.sql.all`SELECT id FROM event WHERE date >= ${since} ORDER BY id`;
	return rows.map(({ id }) => Number(id));
}

/** Things with new comments; discussions started since then are left out. */
export function commentedSince(store: Store, since: string): CommentedRow[] {
	return store.sql.all`
		SELECT n.kind, n.thing_id AS id, coalesce(t.name, r.name, s.name, e.name, d.name) AS name,
			n.comment, n.comments
		FROM (
			SELECT kind, thing_id, min(id) AS comment, max(date) AS last, count(*) AS comments
			FROM comment WHERE date >= ${since} GROUP BY kind, thing_id
		) n
		LEFT JOIN tune t ON n.kind = 'tunes' AND t.id = n.thing_id
		LEFT JOIN recording r ON n.kind = 'recordings' AND r.id = n.thing_id
		LEFT JOIN session s ON n.kind = 'sessions' AND s.id = n.thing_id
		LEFT JOIN event e ON n.kind = 'events' AND e.id = n.thing_id
		LEFT JOIN discussion d ON n.kind = 'discussions' AND d.id = n.thing_id
		WHERE coalesce(d.date, '') < ${since}
		ORDER BY n.last DESC, n.kind, n.thing_id` as unknown as CommentedRow[];
}
