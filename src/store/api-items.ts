import type { Kind, ThingRef } from '../core/kinds.ts';
import type { Store } from './open.ts';

// What single items of the API contain besides their list row.

export interface TuneFactsRow {
	composer: string | null;
	tunebooks: number;
	recordings: number;
}

export interface ItemSettingRow {
	id: number;
	mode: string;
	abc: string;
	date: string | null;
	member: string | null;
	number: number | null;
}

export interface ItemCommentRow {
	kind: Kind;
	thingId: number;
	id: number;
	title: string | null;
	html: string;
	date: string | null;
	member: string | null;
	number: number | null;
}

export function tuneFacts(store: Store, id: number): TuneFactsRow | undefined {
	return store.sql.get`SELECT composer, tunebooks, recordings FROM tune
		WHERE id = ${id}` as unknown as TuneFactsRow | undefined;
}

/** In upstream's order. */
export function itemSettings(store: Store, tuneId: number): ItemSettingRow[] {
	return store.sql.all`
		SELECT s.id, s.mode, s.abc, s.date, m.name AS member, m.number
		FROM setting s LEFT JOIN member m ON m.id = s.member_id
		WHERE s.tune_id = ${tuneId} ORDER BY s.position` as unknown as ItemSettingRow[];
}

/** In the order of the thing's page. */
export function itemComments(store: Store, { kind, id }: ThingRef): ItemCommentRow[] {
	return store.sql.all`
		SELECT c.kind, c.thing_id AS thingId, c.id, c.title, c.html, c.date, m.name AS member, m.number
		FROM comment c LEFT JOIN member m ON m.id = c.member_id
		WHERE c.kind = ${kind} AND c.thing_id = ${id} ORDER BY c.position
	` as unknown as ItemCommentRow[];
}

/** The newest comments, of one kind or (null) of all, by date and id. */
export function newestComments(
	store: Store,
	kind: Kind | null,
	limit: number,
	offset: number,
): ItemCommentRow[] {
	return store.sql.all`
		SELECT c.kind, c.thing_id AS thingId, c.id, c.title, c.html, c.date, m.name AS member, m.number
		FROM (
			SELECT kind, thing_id, position, date, id FROM comment
			WHERE ${kind} IS NULL OR kind = ${kind}
			ORDER BY date DESC, id DESC LIMIT ${limit} OFFSET ${offset}
		) newest
		JOIN comment c ON c.kind = newest.kind AND c.thing_id = newest.thing_id
			AND c.position = newest.position
		LEFT JOIN member m ON m.id = c.member_id
		ORDER BY c.date DESC, c.id DESC` as unknown as ItemCommentRow[];
}

/** The comments at the given positions, in the order of the positions. */
export function commentsAt(
	store: Store,
	places: readonly { kind: Kind; id: number; position: number }[],
): ItemCommentRow[] {
	return store.sql.all`
		SELECT c.kind, c.thing_id AS thingId, c.id, c.title, c.html, c.date, m.name AS member, m.number
		FROM json_each(${JSON.stringify(places)}) place
		JOIN comment c ON c.kind = place.value ->> 'kind' AND c.thing_id = place.value ->> 'id'
			AND c.position = place.value ->> 'position'
		LEFT JOIN member m ON m.id = c.member_id ORDER BY place.key
	` as unknown as ItemCommentRow[];
}

export function countComments(store: Store, kind: Kind | null): number {
	const row = store.sql
		.get`SELECT count(*) AS n FROM comment WHERE ${kind} IS NULL OR kind = ${kind}`;
	return Number(row?.['n']);
}

/** The days and times of a session, a JSON array of strings; null when unknown. */
export function scheduleOf(store: Store, sessionId: number): string | null {
	const row = store.sql.get`SELECT schedule FROM session WHERE id = ${sessionId}`;
	return (row?.['schedule'] ?? null) as string | null;
}
