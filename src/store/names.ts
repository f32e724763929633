import type { Store } from './open.ts';

/** A thing's name and what distinguishes it from others; ordered by id or slug. */
export interface TuneNameRow {
	id: number;
	name: string;
	type: string;
	tunebooks: number;
	/** JSON: the modes of its settings, each once, in their order. */
	modes: string;
	/** JSON: its other names. */
	aliases: string;
}

export function tuneNames(store: Store): TuneNameRow[] {
	return store.sql.all`
		SELECT t.id, t.name, t.type, t.tunebooks,
			(SELECT json_group_array(mode) FROM
				(SELECT mode FROM setting WHERE tune_id = t.id GROUP BY mode ORDER BY min(position))) AS modes,
			(SELECT json_group_array(name) FROM
				(SELECT name FROM alias WHERE tune_id = t.id ORDER BY sort, name)) AS aliases
		FROM tune t ORDER BY t.id` as unknown as TuneNameRow[];
}

export interface RecordingNameRow {
	id: number;
	name: string;
	artist: string | null;
}

export function recordingNames(store: Store): RecordingNameRow[] {
	return store.sql.all`
		SELECT r.id, r.name, a.name AS artist
		FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug
		ORDER BY r.id` as unknown as RecordingNameRow[];
}

export interface ArtistNameRow {
	slug: string;
	name: string;
	recordings: number;
}

export function artistNames(store: Store): ArtistNameRow[] {
	return store.sql
		.all`SELECT slug, name, recordings FROM artist ORDER BY slug` as unknown as ArtistNameRow[];
}

export interface SessionNameRow {
	id: number;
	name: string;
	town: string | null;
	country: string | null;
}

export function sessionNames(store: Store): SessionNameRow[] {
	return store.sql
		.all`SELECT id, name, town, country FROM session ORDER BY id` as unknown as SessionNameRow[];
}
