/**
 * The reader's data, and its format on the device and in a file. It is keyed by thesession.org's ids of tunes
 * and settings, so it survives every update of the mirror.
 *
 * Version 1 was a list of favourites, `{ version: 1, favourites: [27, 198] }`: on the device, the record
 * `tunes` of the store `favourites`. Version 2 is this file: the stores `tunes` (by `tune`) and `sets` (by
 * `id`). Migrations to a new version go here, in `migrate.ts` and in `open-mine.ts`.
 */
export const FORMAT_VERSION = 2;

/**
 * A tune, or one setting of it, with its name when it was added, so that it can be shown without its page.
 */
export interface TuneRef {
	tune: number;
	/** Null for the tune in general: its first setting is shown and played. */
	setting: number | null;
	/** Empty while unknown, like `type` and `key`. */
	name: string;
	/** `slip jig` */
	type: string;
	/** `E dorian`; for a tune in general, all of its keys. */
	key: string;
}

/** A tune of the reader's book. */
export interface KeptTune extends TuneRef {
	/** `2026-11-14T20:15:00.000Z` */
	added: string;
	note: string;
	/** Days in the reader's calendar, ascending, each once: `2026-11-14`. */
	practised: string[];
}

/** Tunes that the reader plays one after another. */
export interface TuneSet {
	id: string;
	name: string;
	/** Its position among the sets. */
	order: number;
	entries: TuneRef[];
	note: string;
}

/** Everything in the reader's book. */
export interface Book {
	tunes: KeptTune[];
	sets: TuneSet[];
}
