import type { Store } from './open.ts';

// The rows of the API's lists for given ids, in no particular order. `member` is a name, `number` the
// member's id at thesession.org.

interface Added {
	id: number;
	date: string | null;
	member: string | null;
	number: number | null;
}

export interface SettingListRow extends Added {
	tuneId: number;
	name: string;
	mode: string;
}

export interface TuneListRow extends Added {
	name: string;
	type: string;
	tunebooks: number;
}

export interface RecordingListRow extends Added {
	name: string;
	artist: string | null;
	artistNumber: number | null;
}

export interface VenueListRow extends Added {
	name: string;
	telephone: string | null;
	website: string | null;
	town: string | null;
	area: string | null;
	country: string | null;
	latitude: number | null;
	longitude: number | null;
}

export interface EventListRow extends VenueListRow {
	venue: string | null;
	starts: string | null;
	ends: string | null;
}

export interface DiscussionListRow extends Added {
	name: string;
	comments: number;
}

export function settingListRows(store: Store, ids: readonly number[]): SettingListRow[] {
	return store.sql.all`
		SELECT s.id, s.tune_id AS tuneId, t.name, s.mode, s.date, m.name AS member, m.number
		FROM setting s JOIN tune t ON t.id = s.tune_id LEFT JOIN member m ON m.id = s.member_id
		WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as SettingListRow[];
}

/** A tune counts as added by whoever added its oldest setting. */
export function tuneListRows(store: Store, ids: readonly number[]): TuneListRow[] {
	return store.sql.all`
		SELECT t.id, t.name, t.type, t.tunebooks, t.date, m.name AS member, m.number
		FROM tune t
		LEFT JOIN setting s ON s.id = (SELECT min(id) FROM setting WHERE tune_id = t.id)
		LEFT JOIN member m ON m.id = s.member_id
		WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as TuneListRow[];
}

export function recordingListRows(store: Store, ids: readonly number[]): RecordingListRow[] {
	return store.sql.all`
		SELECT r.id, r.name, r.date, a.name AS artist, a.number AS artistNumber, m.name AS member,
			m.number
		FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug
		LEFT JOIN member m ON m.id = r.member_id
		WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as RecordingListRow[];
}

export function sessionListRows(store: Store, ids: readonly number[]): VenueListRow[] {
	return store.sql.all`
		SELECT s.id, s.name, s.date, s.telephone, s.website, s.town, s.area, s.country, s.latitude,
			s.longitude, m.name AS member, m.number
		FROM session s LEFT JOIN member m ON m.id = s.member_id
		WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as VenueListRow[];
}

export function eventListRows(store: Store, ids: readonly number[]): EventListRow[] {
	return store.sql.all`
		SELECT e.id, e.name, e.date, e.starts, e.ends, e.venue, e.telephone, e.website, e.town, e.area,
			e.country, e.latitude, e.longitude, m.name AS member, m.number
		FROM event e LEFT JOIN member m ON m.id = e.member_id
		WHERE e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as EventListRow[];
}

export function discussionListRows(store: Store, ids: readonly number[]): DiscussionListRow[] {
	return store.sql.all`
		SELECT d.id, d.name, d.date, d.comments, m.name AS member, m.number
		FROM discussion d LEFT JOIN member m ON m.id = d.member_id
		WHERE d.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as DiscussionListRow[];
}
