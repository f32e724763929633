import type { Kind } from './kinds.ts';

/** What yields so that the site fits its host, decided before it is built. */
export interface FitPlan {
	/**
	 * Posts of a thread that stand on its page; those behind them are kept in compressed files that the page
	 * reads. Null: all stand on pages.
	 */
	foldAfter: number | null;
	/** Things with an id below this have a folder of their own (`discussions/12/index.html`). */
	shardBelow: Partial<Record<Kind, number>>;
	/** Excerpts of search results are left out. */
	dropsSearchTexts: boolean;
}

/** The plan of a site that fits as it is. */
export const NOTHING_YIELDS: FitPlan = { foldAfter: null, shardBelow: {}, dropsSearchTexts: false };
