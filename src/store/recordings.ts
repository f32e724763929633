import type { Store } from './open.ts';

export interface RecordingRow {
	id: number;
	name: string;
	artist: string | null;
	artistSlug: string | null;
	tracks: number;
	date: string | null;
	member: string | null;
	slug: string | null;
}

/** One tune of one track; a track without tunes has one row with neither name nor id. */
export interface TrackRow {
	track: number;
	/** Title of the group of tunes. */
	title: string | null;
	name: string | null;
	tuneId: number | null;
	type: string | null;
}

/** Another recording that shares tunes with this one, and how many. */
export interface SharedRow {
	id: number;
	name: string;
	shared: number;
}

export function recordingById(store: Store, id: number): RecordingRow | undefined {
	return store.sql.get`
		SELECT r.id, r.name, a.name AS artist, r.artist_slug AS artistSlug, r.tracks, r.date,
			m.name AS member, m.slug
		FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug
		LEFT JOIN member m ON m.id = r.member_id
		WHERE r.id = ${id}` as unknown as RecordingRow | undefined;
}

export function tracksOfRecording(store: Store, id: number): TrackRow[] {
	return store.sql.all`
		SELECT k.track, k.name AS title, t.name, t.tune_id AS tuneId, tune.type
		FROM track k
		LEFT JOIN track_tune t ON t.recording_id = k.recording_id AND t.track = k.track
		LEFT JOIN tune ON tune.id = t.tune_id
		WHERE k.recording_id = ${id} ORDER BY k.track, t.position` as unknown as TrackRow[];
}

/** The recordings that share the most tunes with one, at least two each; most first. */
export function relatedRecordings(store: Store, id: number): SharedRow[] {
	return store.sql.all`
		SELECT r.id, r.name, c.shared
		FROM recording_company c JOIN recording r ON r.id = c.other_id
		WHERE c.recording_id = ${id} ORDER BY c.position` as unknown as SharedRow[];
}
