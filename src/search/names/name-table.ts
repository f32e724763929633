import type { Lettered } from './lettered.ts';

export const NAME_KINDS = ['tunes', 'recordings', 'artists', 'sessions'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** The names of things of one kind, as they are sent: columns, a place in each for each thing. */
export interface NameTable {
	/** The same in all tables that were written together. */
	tag: string;
	kind: NameKind;
	/** Each as the step from the one before; none for artists, who have slugs. */
	ids: number[];
	/** Of artists; empty where it is what the name gives. */
	slugs: string[];
	/** The name, then the aliases. */
	names: Lettered;
	/** A tune's type, then its keys; who made a recording; the town of a session. */
	about: Lettered;
	/** Tunebooks that a tune is in, recordings that an artist has made; empty where unknown. */
	known: number[];
}

/** One thing to be found by its names. */
export interface Named {
	id: number | null;
	slug: string;
	/** The name, then the aliases. */
	names: string[];
	about: string[][];
	known: number;
}

/** The table of the most popular tunes: alone it answers most of what is looked for. */
export const POPULAR = 'popular';

/**
 * The file of a table. The number is raised when its form changes, so that a script never reads a table
 * that it does not understand.
 */
export function nameFile(table: NameKind | typeof POPULAR): string {
	return `${table}.1.json`;
}
