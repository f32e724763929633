import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';

/**
 * The facts a store records about itself; published as `build.json`. Deterministic: contains no time of the
 * run.
 */
export interface StoreFacts {
	schema: number;
	/** `degraded`: at least one table or section is not this week's. */
	verdict: 'good' | 'degraded';
	upstream: { data: UpstreamFacts; archive: UpstreamFacts };
	sections: Kind[];
	/** Digest of what `suppress.json` asked to leave out; absent when there is nothing. */
	suppressed?: string;
	/** Things in the store, per kind and per part of a thing. */
	counts: Counts;
	/** Per CSV table: rows read = stored + refused. */
	tables: Record<string, TableFacts>;
	/** Per section of the archive: pages read = stored + refused. */
	archive: Record<string, TableFacts>;
}

export interface UpstreamFacts {
	commit: string;
	/** Date of the commit, `YYYY-MM-DDTHH:MM:SSZ`. */
	date: string;
}

export interface Counts {
	tunes: number;
	settings: number;
	aliases: number;
	recordings: number;
	artists: number;
	sessions: number;
	events: number;
	discussions: number;
	comments: number;
	sets: number;
	members: number;
}

export interface TableFacts {
	/** `last-good`: this week's was not plausible; `missing`: and there was no earlier one. */
	state: 'current' | 'last-good' | 'missing';
	/** Why it is not current. */
	reason?: string;
	/** Things that disappeared with this commit: pruned upstream, merged, or no longer readable. */
	gone?: number;
	/** Why this commit was suspicious, where it was accepted anyway. */
	accepted?: string;
	/** For `last-good`: the upstream commit that was last taken unchanged, where known. */
	whole?: UpstreamFacts;
	/** The upstream commit these rows came with. */
	commit: string;
	read: number;
	stored: number;
	refused: number;
}

/** The day of the newer of upstream's two commits, `YYYY-MM-DD`. */
export function newestDate({ data, archive }: StoreFacts['upstream']): string {
	return (data.date > archive.date ? data : archive).date.slice(0, 10);
}

/** Reads the facts that ingest wrote. */
export function storeFacts(store: Store): StoreFacts {
	const row = store.sql.get`SELECT value FROM meta WHERE key = 'facts'`;
	if (typeof row?.['value'] !== 'string') throw new Error('The store holds no facts.');
	return JSON.parse(row['value']) as StoreFacts;
}

/** `build.json`: the facts of the store, and what is reduced so that the site fits its host. */
export type PublishedFacts = StoreFacts & {
	/** One sentence each; absent when nothing is reduced. */
	yields?: string[];
};

export function publishedFacts(facts: StoreFacts, yields: string[]): PublishedFacts {
	return yields.length === 0 ? facts : { ...facts, yields };
}

/** The store's facts within a `build.json`. */
export function factsIn(published: unknown): unknown {
	if (typeof published !== 'object' || published === null) return published;
	return Object.fromEntries(Object.entries(published).filter(([name]) => name !== 'yields'));
}
