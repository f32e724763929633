import type { WordTable } from './word-table.ts';

export const NAME_KINDS = ['tunes', 'recordings', 'artists', 'sessions'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** The names of things of one kind, as transferred: columns with one entry per thing. */
export interface NameTable {
	/** The same in all tables written together. */
	tag: string;
	kind: NameKind;
	/** Each as the difference from the one before; empty for artists, who have slugs. */
	ids: number[];
	/** Of artists; empty where the slug follows from the name. */
	slugs: string[];
	/** The name, then the aliases. */
	names: WordTable;
	/** A tune's type, then its keys; who made a recording; the town of a session. */
	about: WordTable;
	/** How many tunebooks a tune is in, or recordings an artist has made; empty where unknown. */
	known: number[];
}

/** A thing that can be found by its names. */
export interface Named {
	id: number | null;
	slug: string;
	/** The name, then the aliases. */
	names: string[];
	about: string[][];
	known: number;
}

/** The table of the most popular tunes, which alone answers most searches. */
export const POPULAR = 'popular';

/**
 * The file of a table. The number is raised when its format changes, so that a script never reads a table it
 * does not understand.
 */
export function nameFile(table: NameKind | typeof POPULAR): string {
	return `${table}.1.json`;
}
