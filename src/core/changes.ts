import { KINDS } from './kinds.ts';

// What changed from one deploy to the next; published below /changes/.

/**
 * What changes are recorded for: the kinds, settings of tunes, sets. Members are left out: they are known by
 * slug, not by id.
 */
export const CHANGING = [...KINDS, 'settings', 'sets'] as const;
export type Changing = (typeof CHANGING)[number];

/** Ids, ascending. */
export interface Changed {
	added: number[];
	edited: number[];
	removed: number[];
}

/** One deploy's changes, `changes/2026-11-14.json`. */
export interface ChangeFile {
	format: 1;
	/** Date of the newer of upstream's two commits, `YYYY-MM-DD`. */
	date: string;
	/** The same date of the previous deploy, whether or not it had changes. */
	since: string;
	/** The name of the change file that this one follows; null when there is none. */
	previous: string | null;
	licence: string;
	/** The file format changed with the program, so `edited` is unknown and empty. */
	retold?: true;
	changes: Record<Changing, Changed>;
}

/** How many changed. */
export type ChangeCounts = Record<keyof Changed, number>;

/** One line of the history. */
export interface ChangeEntry {
	/** `2026-11-14`; the second deploy of a day's data is `2026-11-14-2`. */
	name: string;
	date: string;
	since: string;
	/** Both as in `ChangeFile`. */
	previous: string | null;
	retold?: true;
	counts: Record<Changing, ChangeCounts>;
}

/** `changes/index.json`: newest first. */
export interface ChangeHistory {
	format: 1;
	/** The name of the change file that leads to the site's current state; null when there is none. */
	at: string | null;
	/** Number of pages of the site; only set in a site. */
	pages?: number;
	deploys: ChangeEntry[];
}

/** Whether it is a valid name for a deploy's changes; such names become parts of paths. */
export function isChangeName(name: unknown): name is string {
	return typeof name === 'string' && /^\d{4}-\d\d-\d\d(-\d+)?$/.test(name);
}

export const LEDGER_FILE = 'ledger.json';
export const HISTORY_FILE = 'index.json';
/** The size of the site at each deploy. */
export const SIZES_FILE = 'sizes.json';
/** How many deploys are kept: a little more than a year of weekly ones. */
export const REMEMBERED = 60;

/** How many of one kind changed in any way. */
export function changedOf({ added, edited, removed }: ChangeCounts): number {
	return added + edited + removed;
}
