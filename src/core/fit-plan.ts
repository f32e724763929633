import type { Kind } from './kinds.ts';

/** What yields so that the site fits its host, decided before it is built. */
export interface FitPlan {
	/**
	 * Posts of a discussion that stand on its page; those behind them are kept in a compressed file that the
	 * page reads. Null: all stand on pages. At least 1.
	 */
	foldAfter: number | null;
	/** Things with an id below this have a folder of their own (`discussions/12/index.html`). */
	shardBelow: Partial<Record<Kind, number>>;
	/** Members have, too (`members/ann/index.html`). */
	shardsMembers: boolean;
	/** Excerpts of search results are left out. */
	dropsSearchTexts: boolean;
	/** Pages of a section's JSON list that are written; null: as many as usual. */
	listPages: number | null;
	/** Groups of MIRROR_API that are not written though they were chosen. */
	withoutApi: readonly string[];
	/** Groups of MIRROR_PACKS that are not written though they were chosen; popular tunes stay. */
	withoutPacks: readonly string[];
	/**
	 * Staves that stand on pages: all, those of popular tunes and the first of every other, or those of
	 * popular tunes alone. The others are drawn by the page's script from their ABC, as pages in packs are.
	 */
	staves: 'all' | 'first' | 'popular';
	/** What yields, for readers and for whoever runs the mirror, in the order in which it did. */
	steps: readonly YieldStep[];
}

/** One part that yields. */
export interface YieldStep {
	part: 'json' | 'packs' | 'search' | 'threads' | 'staves';
	/** One sentence for readers. */
	says: string;
	/** What it saves by the estimate. */
	bytes: number;
}

/** The plan of a site that fits as it is. */
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
 * Files straight in one folder, at most. Netlify's documentation says that it deploys no directory of more
 * than 54,000 files; GitHub Pages and Cloudflare name no such limit. Folders in a folder do not count.
 */
export const FOLDER_FILES = 50_000;
