import { KINDS } from './kinds.ts';

// What changed from one deploy to the next; published below /changes/.

/** What changes are told of: the kinds, settings of tunes, sets. Members are known by slug, which is no id. */
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
	/** Of the newest of upstream's two commits, `YYYY-MM-DD`. */
	date: string;
	/** That of the deploy before, with changes or without. */
	since: string;
	/** The name of the file that leads to where this one begins; null when none does. */
	previous: string | null;
	licence: string;
	/** A new program told of everything in another way, so that `edited` is not known and empty. */
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
	/** Both as in the file. */
	previous: string | null;
	retold?: true;
	counts: Record<Changing, ChangeCounts>;
}

/** `changes/index.json`: the newest first. */
export interface ChangeHistory {
	format: 1;
	/** The name of the file that leads to what the site has; null when none does. */
	at: string | null;
	/** Pages of the site; only in a site. */
	pages?: number;
	deploys: ChangeEntry[];
}

/** Whether it can be the name of a deploy's changes; names are parts of paths. */
export function isChangeName(name: unknown): name is string {
	return typeof name === 'string' && /^\d{4}-\d\d-\d\d(-\d+)?$/.test(name);
}

export const LEDGER_FILE = 'ledger.json';
export const HISTORY_FILE = 'index.json';
/** How large the site was, deploy by deploy. */
export const SIZES_FILE = 'sizes.json';
/** Deploys that are remembered: a year of weekly ones and some. */
export const REMEMBERED = 60;

/** All that changed of one kind. */
export function changedOf({ added, edited, removed }: ChangeCounts): number {
	return added + edited + removed;
}
