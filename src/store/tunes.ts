import type { Store } from './open.ts';

export interface TuneRow {
	id: number;
	name: string;
	type: string;
	composer: string | null;
	composerSlug: string | null;
	/** 0: unknown, fewer than ten. */
	tunebooks: number;
	settings: number;
	recordings: number;
	sets: number;
	comments: number;
}

export interface SettingRow {
	id: number;
	position: number;
	meter: string;
	mode: string;
	abc: string;
	/** The inside of an `<svg>` of this width and height; null when it cannot be drawn. */
	svg: string | null;
	width: number;
	height: number;
	fault: string | null;
	/** What was tidied before drawing, separated by spaces. */
	mends: string | null;
	bars: number;
	/** The different notes it sounds, MIDI numbers separated by spaces. */
	notes: string | null;
	date: string | null;
	member: string | null;
	slug: string | null;
}

/** A recording that a tune is on. */
export interface TuneRecordingRow {
	id: number;
	name: string;
	artist: string | null;
}

/** A tune that is played directly before or after another, and how often. */
export interface PlayedWithRow {
	id: number;
	name: string;
	before: number;
	after: number;
}

export function tuneById(store: Store, id: number): TuneRow | undefined {
	return store.sql.get`
		SELECT id, name, type, composer, composer_slug AS composerSlug, tunebooks, settings, recordings,
			sets, comments
		FROM tune WHERE id = ${id}` as unknown as TuneRow | undefined;
}

/** How many tunes count as popular. */
export const POPULAR = 500;

/** Ids of the tunes in the most tunebooks. */
export function popularTuneIds(store: Store): Set<number> {
	const rows = store.sql.all`
		SELECT id FROM tune ORDER BY tunebooks DESC, sort, id LIMIT ${POPULAR}`;
	return new Set(rows.map((row) => Number(row['id'])));
}

/** In upstream's order. */
export function settingsOfTune(store: Store, tuneId: number): SettingRow[] {
	return store.sql.all`
		SELECT s.id, s.position, s.meter, s.mode, s.abc, s.date, m.name AS member, m.slug,
			d.svg, d.width, d.height, d.fault, d.mends, d.bars, d.notes
		FROM setting s JOIN drawing d ON d.setting_id = s.id
		LEFT JOIN member m ON m.id = s.member_id
		WHERE s.tune_id = ${tuneId} ORDER BY s.position` as unknown as SettingRow[];
}

export function aliasesOfTune(store: Store, tuneId: number): string[] {
	const rows = store.sql.all`SELECT name FROM alias WHERE tune_id = ${tuneId} ORDER BY sort, name`;
	return rows.map((row) => String(row['name']));
}

export function recordingsOfTune(store: Store, tuneId: number): TuneRecordingRow[] {
	return store.sql.all`
		SELECT DISTINCT r.id, r.name, a.name AS artist, r.sort
		FROM track_tune t JOIN recording r ON r.id = t.recording_id
		LEFT JOIN artist a ON a.slug = r.artist_slug
		WHERE t.tune_id = ${tuneId} ORDER BY r.sort, r.id` as unknown as TuneRecordingRow[];
}

export function tunesPlayedWith(store: Store, tuneId: number): PlayedWithRow[] {
	return store.sql.all`
		SELECT t.id, t.name, c.before, c.after
		FROM company c JOIN tune t ON t.id = c.other_id
		WHERE c.tune_id = ${tuneId} ORDER BY t.sort, t.id` as unknown as PlayedWithRow[];
}
