/**
 * What a reader keeps, and in what form it lies on the device and in a file. Everything hangs on
 * thesession.org's ids of tunes and settings, so that it outlives every update of the mirror.
 *
 * Version 1 was a list of favourites, `{ version: 1, favourites: [27, 198] }`: on the device, the record
 * `tunes` of the store `favourites`. Version 2 is this file: the stores `tunes` (by `tune`) and `sets`
 * (by `id`). A new version migrates here, in `migrate.ts`, and in `open-mine.ts`.
 */
export const FORMAT_VERSION = 2;

/** A tune, or one setting of it, with its name as of when it was added: it is told without a page. */
export interface TuneRef {
	tune: number;
	/** Null for the tune as such: its first setting is shown and played. */
	setting: number | null;
	/** Empty while unknown, as `type` and `key` are. */
	name: string;
	/** `slip jig` */
	type: string;
	/** `E dorian`; all keys of a tune as such. */
	key: string;
}

/** A tune of the reader's book. */
export interface KeptTune extends TuneRef {
	/** `2026-11-14T20:15:00.000Z` */
	added: string;
	note: string;
	/** Days of the reader's own calendar, ascending, each once: `2026-11-14`. */
	practised: string[];
}

/** Tunes that the reader plays one after another. */
export interface TuneSet {
	id: string;
	name: string;
	/** Its place among the sets. */
	order: number;
	entries: TuneRef[];
	note: string;
}

/** All that a reader keeps. */
export interface Book {
	tunes: KeptTune[];
	sets: TuneSet[];
}
