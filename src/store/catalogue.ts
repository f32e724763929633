import type { Kind, ThingRef } from '../core/kinds.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { TABLES } from './tables.ts';

// The rows of lists: every thing of a kind, ordered by sort key.

export interface ListedTune {
	id: number;
	name: string;
	sort: string;
	letter: string;
	type: string;
	tunebooks: number;
	date: string | null;
	composer: string | null;
	composerSlug: string | null;
	recordings: number;
	comments: number;
	/** How many discussions link to it. */
	discussions: number;
	/** The modes of its settings, each once, in their order. */
	modes: string[];
	meters: string[];
}

export interface ListedRecording {
	id: number;
	name: string;
	sort: string;
	letter: string;
	artist: string | null;
	artistSlug: string | null;
	tracks: number;
	date: string | null;
}

export interface ListedArtist {
	slug: string;
	name: string;
	letter: string;
	number: number | null;
	recordings: number;
}

export interface ListedPlace {
	town: string | null;
	area: string | null;
	country: string | null;
	areaSlug: string | null;
	countrySlug: string | null;
}

export interface ListedSession extends ListedPlace {
	id: number;
	name: string;
	date: string | null;
}

export interface ListedEvent extends ListedPlace {
	id: number;
	name: string;
	starts: string | null;
	ends: string | null;
}

export interface ListedDiscussion {
	id: number;
	name: string;
	date: string | null;
	lastDate: string | null;
	comments: number;
	member: string | null;
}

export function listedTunes(store: Store): ListedTune[] {
	const rows = store.sql.all`
		SELECT id, name, sort, letter, type, tunebooks, date, composer, composer_slug AS composerSlug,
			recordings, comments, coalesce(linked.discussions, 0) AS discussions
		FROM tune LEFT JOIN (
			SELECT thing_id, count(*) AS discussions FROM mention
			WHERE kind = 'tunes' AND from_kind = 'discussions' GROUP BY thing_id
		) AS linked ON linked.thing_id = tune.id
		ORDER BY sort, id` as unknown as ListedTune[];
	const byId = new Map<number, ListedTune>();
	for (const row of rows) byId.set(row.id, Object.assign(row, { modes: [], meters: [] }));
	for (const { tune_id: id, mode, meter } of store.sql
		.iterate`SELECT tune_id, mode, meter FROM setting ORDER BY tune_id, position`) {
		const tune = byId.get(Number(id));
		if (!tune) continue;
		if (!tune.modes.includes(String(mode))) tune.modes.push(String(mode));
		if (!tune.meters.includes(String(meter))) tune.meters.push(String(meter));
	}
	return rows;
}

export function listedRecordings(store: Store): ListedRecording[] {
	return store.sql.all`
		SELECT r.id, r.name, r.sort, r.letter, a.name AS artist, r.artist_slug AS artistSlug, r.tracks,
			r.date
		FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug
		ORDER BY r.sort, r.id` as unknown as ListedRecording[];
}

export function listedArtists(store: Store): ListedArtist[] {
	return store.sql.all`SELECT slug, name, letter, number, recordings
		FROM artist ORDER BY sort, slug` as unknown as ListedArtist[];
}

export function listedSessions(store: Store): ListedSession[] {
	return store.sql.all`
		SELECT id, name, date, town, area, country, area_slug AS areaSlug, country_slug AS countrySlug
		FROM session ORDER BY sort, id` as unknown as ListedSession[];
}

/** In chronological order; those without a date last. */
export function listedEvents(store: Store): ListedEvent[] {
	return store.sql.all`
		SELECT id, name, starts, ends, town, area, country, area_slug AS areaSlug,
			country_slug AS countrySlug
		FROM event ORDER BY starts IS NULL, starts, sort, id` as unknown as ListedEvent[];
}

/** Newest first; those without a date last. */
export function listedDiscussions(store: Store): ListedDiscussion[] {
	return store.sql.all`
		SELECT d.id, d.name, d.date, d.last_date AS lastDate, d.comments, m.name AS member
		FROM discussion d LEFT JOIN member m ON m.id = d.member_id
		ORDER BY d.date DESC, d.id DESC` as unknown as ListedDiscussion[];
}

/** The id and name of every thing of a kind, by id. */
export function thingsOf(store: Store, kind: Kind): { id: number; name: string }[] {
	return store.database
		.prepare(`SELECT id, name FROM ${TABLES[kind]} ORDER BY id`)
		.all() as unknown as { id: number; name: string }[];
}

/** The name of a thing; undefined when it is not in the store. */
export function nameOfThing(store: Store, { kind, id }: ThingRef): string | undefined {
	const row = prepared(store, `SELECT name FROM ${TABLES[kind]} WHERE id = ?`).get(id);
	return row?.['name'] as string | undefined;
}

export function countOf(store: Store, kind: Kind): number {
	return Number(store.database.prepare(`SELECT count(*) AS n FROM ${TABLES[kind]}`).get()?.['n']);
}
