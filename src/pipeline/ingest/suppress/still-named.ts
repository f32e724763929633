import type { DatabaseSync } from 'node:sqlite';
import { nameKey } from '../../../core/names.ts';

/** Texts of one sort that still contain a suppressed name. */
export interface Named {
	what: string;
	/** Addresses on the site without the base path: `tunes/27#comment3014`. Never the texts. */
	places: string[];
}

/** What people wrote, with the place of each text. */
const TEXTS: Record<string, string> = {
	comments: `SELECT kind || '/' || thing_id || '#comment' || id AS place,
		coalesce(title, '') || ' ' || html AS text FROM comment ORDER BY kind, thing_id, position`,
	tunes: `SELECT 'tunes/' || id AS place, name || ' ' || coalesce(composer, '') AS text
		FROM tune ORDER BY id`,
	settings: `SELECT 'tunes/' || tune_id || '#setting' || id AS place, abc AS text
		FROM setting ORDER BY id`,
	aliases: `SELECT DISTINCT 'tunes/' || tune_id AS place, name AS text FROM alias ORDER BY tune_id, name`,
	recordings: `SELECT 'recordings/' || r.id AS place, r.name || ' ' || coalesce(a.name, '') AS text
		FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug ORDER BY r.id`,
	tracks: `SELECT DISTINCT 'recordings/' || recording_id AS place, text FROM (
			SELECT recording_id, name AS text FROM track WHERE name IS NOT NULL
			UNION SELECT recording_id, name FROM track_tune
		) ORDER BY recording_id, text`,
	sessions: `SELECT 'sessions/' || id AS place, name || ' ' || coalesce(address, '') || ' '
		|| coalesce(schedule, '') || ' ' || coalesce(website, '') AS text FROM session ORDER BY id`,
	events: `SELECT 'events/' || id AS place, name || ' ' || coalesce(venue, '') || ' '
		|| coalesce(address, '') || ' ' || coalesce(website, '') AS text FROM event ORDER BY id`,
	discussions: `SELECT 'discussions/' || id AS place, name AS text FROM discussion ORDER BY id`,
	sets: `SELECT 'sets ' || tuneset_id AS place, name AS text
		FROM tuneset_tune WHERE tune_id IS NULL ORDER BY tuneset_id, position`,
};

/**
 * Finds the names, in any spelling, as words in what others wrote. Those texts belong to others, so they are
 * suppressed by id only when a person who has read them says so.
 */
export function stillNamed(store: DatabaseSync, names: readonly string[]): Named[] {
	const keys = names.map(nameKey).filter((key) => key !== '');
	if (keys.length === 0) return [];
	const written = [...new Set(keys.flatMap((key) => [key, escaped(key)]))];
	const words = written.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
	return Object.entries(TEXTS).flatMap(([what, query]) => {
		const places = new Set<string>();
		for (const { place, text } of store.prepare(query).iterate())
			if (pattern.test(nameKey(String(text)))) places.add(String(place));
		return places.size > 0 ? [{ what, places: [...places] }] : [];
	});
}

/** Escapes text as the sanitiser does. */
function escaped(name: string): string {
	return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
