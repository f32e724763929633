import type { Kind } from '../core/kinds.ts';

/** What an index holds: things of a kind, or what people said below things that are no discussions. */
export type Searched = Kind | 'comments';

/** What of a page nobody searches for, by id or class. */
export const NOT_SEARCHED: ReadonlySet<string> = new Set([
	'settings',
	'recordings',
	'company',
	'before',
	'after',
	'nearby',
	'mentions',
	'pages',
	'jump',
]);

/**
 * True of indexes that do not keep the texts of their pages: what was found is read on the page itself.
 * Kept twice, the talk would be a tenth of the site.
 */
export function isReadOnPage(holds: Searched): boolean {
	return holds === 'comments' || holds === 'discussions';
}

/** One index of the full-text search, a folder in `pagefind/`. */
export interface SearchPart {
	folder: string;
	holds: Searched;
	pages: number;
	/** Changes with the contents. */
	tag: string;
	/** The directory's name for this part; null when it does not know what is in it. */
	listed: string | null;
}

/**
 * `pagefind/parts.json`: all indexes, those of one kind in the order to search them. The directory is
 * a small index that tells which parts hold the words of a search, and has the program they share.
 */
export interface PartList {
	/** Its folder. */
	directory: string;
	/** As of a part. */
	tag: string;
	parts: SearchPart[];
}

export const PART_LIST = 'parts.json';

/** `pagefind/choices.json`: what can be chosen in filters whose values the site's code does not know. */
export interface FilterChoices {
	composers: string[];
	countries: string[];
	/** Newest first. */
	years: string[];
}

export const FILTER_CHOICES = 'choices.json';
