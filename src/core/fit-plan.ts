import type { Kind } from './kinds.ts';

/** What is reduced or left out so that the site fits its host, decided before it is built. */
export interface FitPlan {
	/**
	 * How many posts of a discussion stay on its page; later ones go into a compressed file that the page
	 * reads. Null: all stay on the page. At least 1.
	 */
	foldAfter: number | null;
	/** Things with an id below this get their own folder (`discussions/12/index.html`). */
	shardBelow: Partial<Record<Kind, number>>;
	/** Whether members get their own folder too (`members/ann/index.html`). */
	shardsMembers: boolean;
	/** Excerpts of search results are left out. */
	dropsSearchTexts: boolean;
	/** How many pages of a section's JSON list are written; null: the usual number. */
	listPages: number | null;
	/** Groups of MIRROR_API that are left out although they were chosen. */
	withoutApi: readonly string[];
	/** Groups of MIRROR_PACKS that are left out although they were chosen; popular tunes always stay. */
	withoutPacks: readonly string[];
	/**
	 * Which staves are drawn on pages: all, those of popular tunes and the first of every other tune, or
	 * those of popular tunes only. The page's script draws the others from their ABC, as it does for pages in
	 * packs.
	 */
	staves: 'all' | 'first' | 'popular';
	/**
	 * What was reduced, for readers and for whoever runs the mirror, in the order in which it was decided.
	 */
	steps: readonly YieldStep[];
}

/** One reduction. */
export interface YieldStep {
	part: 'json' | 'packs' | 'search' | 'threads' | 'staves';
	/** One sentence for readers. */
	says: string;
	/** Bytes it is estimated to save. */
	bytes: number;
}

/** The plan of a site that fits without any reduction. */
export const NOTHING_YIELDS: FitPlan = {
	foldAfter: null,
	shardBelow: {},
	shardsMembers: false,
	dropsSearchTexts: false,
	listPages: null,
	withoutApi: [],
	withoutPacks: [],
	staves: 'all',
	steps: [],
};

/**
 * The most files directly in one folder; subfolders do not count. Netlify's documentation says that it
 * deploys no directory of more than 54,000 files; GitHub Pages and Cloudflare name no such limit.
 */
export const FOLDER_FILES = 50_000;
