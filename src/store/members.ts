import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';

export interface MemberRow {
	id: number;
	slug: string;
	name: string;
	sort: string;
	letter: string;
	/** thesession.org's own id, where known. */
	number: number | null;
	settings: number;
	recordings: number;
	sessions: number;
	events: number;
	discussions: number;
	sets: number;
	comments: number;
}

/** Something a member has added. */
export interface AddedRow {
	id: number;
	name: string;
	date: string | null;
}

export interface AddedSettingRow extends AddedRow {
	tuneId: number;
	type: string;
	mode: string;
}

export interface AddedCommentRow extends AddedRow {
	kind: Kind;
	thingId: number;
}

/** One tune of a set. A tune that no longer exists has no id; its ABC may still be kept. */
export interface SetTuneRow {
	setId: number;
	date: string | null;
	name: string;
	tuneId: number | null;
	settingId: number | null;
	type: string;
	mode: string;
	meter: string;
	abc: string | null;
}

/** By sort key. */
export function allMembers(store: Store): MemberRow[] {
	return store.sql.all`
		SELECT id, slug, name, sort, letter, number, settings, recordings, sessions, events,
			discussions, sets, comments
		FROM member ORDER BY sort, id` as unknown as MemberRow[];
}

/** As `limit`: no limit. */
export const ALL = -1;

// Everything below is newest first, at most `limit` rows.

export function settingsByMember(store: Store, memberId: number, limit: number): AddedSettingRow[] {
	return store.sql.all`
		SELECT s.id, t.name, s.date, t.id AS tuneId, t.type, s.mode
		FROM setting s JOIN tune t ON t.id = s.tune_id
		WHERE s.member_id = ${memberId}
		ORDER BY s.date DESC, s.id DESC LIMIT ${limit}` as unknown as AddedSettingRow[];
}

export function recordingsByMember(store: Store, memberId: number, limit: number): AddedRow[] {
	return store.sql.all`SELECT id, name, date FROM recording
		WHERE member_id = ${memberId} ORDER BY date DESC, id DESC LIMIT ${limit}` as unknown as AddedRow[];
}

export function sessionsByMember(store: Store, memberId: number, limit: number): AddedRow[] {
	return store.sql.all`SELECT id, name, date FROM session
		WHERE member_id = ${memberId} ORDER BY date DESC, id DESC LIMIT ${limit}` as unknown as AddedRow[];
}

export function eventsByMember(store: Store, memberId: number, limit: number): AddedRow[] {
	return store.sql.all`SELECT id, name, date FROM event
		WHERE member_id = ${memberId} ORDER BY date DESC, id DESC LIMIT ${limit}` as unknown as AddedRow[];
}

export function discussionsByMember(store: Store, memberId: number, limit: number): AddedRow[] {
	return store.sql.all`SELECT id, name, date FROM discussion
		WHERE member_id = ${memberId} ORDER BY date DESC, id DESC LIMIT ${limit}` as unknown as AddedRow[];
}

/** `name` is the name of the thing commented on. */
export function commentsByMember(store: Store, memberId: number, limit: number): AddedCommentRow[] {
	return store.sql.all`
		SELECT c.id, c.kind, c.thing_id AS thingId, c.date,
			coalesce(t.name, r.name, s.name, e.name, d.name) AS name
		FROM (
			SELECT id, kind, thing_id, date FROM comment WHERE member_id = ${memberId}
			ORDER BY date DESC, id DESC LIMIT ${limit}
		) c
		LEFT JOIN tune t ON c.kind = 'tunes' AND t.id = c.thing_id
		LEFT JOIN recording r ON c.kind = 'recordings' AND r.id = c.thing_id
		LEFT JOIN session s ON c.kind = 'sessions' AND s.id = c.thing_id
		LEFT JOIN event e ON c.kind = 'events' AND e.id = c.thing_id
		LEFT JOIN discussion d ON c.kind = 'discussions' AND d.id = c.thing_id
		ORDER BY c.date DESC, c.id DESC` as unknown as AddedCommentRow[];
}

/** The tunes of the member's sets, set by set, in the order they are played. */
export function setsByMember(store: Store, memberId: number, limit: number): SetTuneRow[] {
	return store.sql.all`
		SELECT s.id AS setId, s.date, t.name, t.tune_id AS tuneId, t.setting_id AS settingId, t.type,
			t.mode, t.meter, t.abc
		FROM (
			SELECT id, date FROM tuneset WHERE member_id = ${memberId}
			ORDER BY date DESC, id DESC LIMIT ${limit}
		) s JOIN tuneset_tune t ON t.tuneset_id = s.id
		ORDER BY s.date DESC, s.id DESC, t.position` as unknown as SetTuneRow[];
}
