import type { TableName } from '../pipeline/ingest/csv.ts';
import type { Kind } from '../../src/core/kinds.ts';
import type { Site, Stored } from './site.ts';
import type { Upstream } from './upstream.ts';

/** What an oddity changes as a whole: a table, or a section of the archive. */
export type Part = TableName | `archive/${Kind}`;

/** One odd thing upstream may hold, and what must be true afterwards beside what always must. */
export interface Oddity {
	name: string;
	/**
	 * Parts that it changes as a whole. Such oddities share an upstream with those of other parts only,
	 * and not with those that add things of their own.
	 */
	parts?: readonly Part[];
	/** Things of each kind in the base that it changes (default 4): where shares of them count. */
	base?: number;
	/** Changes the upstream. Numbers from `id` to `id + 999` are its own. */
	change: (upstream: Upstream, id: number) => void;
	/** Changes the next week's upstream, which begins as the first week's, changed. */
	next?: readonly ((upstream: Upstream, id: number) => void)[];
	/** Holds of the store after ingest. */
	stored?: (stored: Stored, id: number) => void;
	/** Holds of the finished site. */
	shown?: (site: Site, id: number) => void;
}

/** The oddities of one kind of the issue. */
export interface OddityKind {
	title: string;
	rows: Oddity[];
}

/** An oddity with the range of numbers that is its own. */
export interface Placed {
	oddity: Oddity;
	id: number;
}
