import type { Kind } from '../core/kinds.ts';

/** What an index contains: things of a kind, or the comments on things that are not discussions. */
export type Searched = Kind | 'comments';

/** Parts of a page that are not searched, by id or class. */
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
 * Whether an index does not store the texts of its pages, so that excerpts are read from the page itself.
 * Storing the comments twice would take a tenth of the site.
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
	/** The directory's name for this part; null when the directory does not know its contents. */
	listed: string | null;
}

/**
 * `pagefind/parts.json`: all indexes, those of one kind in the order to search them. The directory is a small
 * index that tells which parts contain the words of a search, and holds the program they share.
 */
export interface PartList {
	/** The directory's folder. */
	directory: string;
	/** Changes with the contents, as in a part. */
	tag: string;
	parts: SearchPart[];
}

export const PART_LIST = 'parts.json';

/** `pagefind/choices.json`: the options of filters whose values are not known to the site's code. */
export interface FilterChoices {
	composers: string[];
	countries: string[];
	/** Newest first. */
	years: string[];
}

export const FILTER_CHOICES = 'choices.json';
