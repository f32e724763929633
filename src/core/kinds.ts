/** The five kinds of thing upstream publishes, named as in its addresses. */
export const KINDS = ['tunes', 'recordings', 'sessions', 'events', 'discussions'] as const;

export type Kind = (typeof KINDS)[number];

/** One thing, `{ kind: 'tunes', id: 27 }`. */
export interface ThingRef {
	kind: Kind;
	id: number;
}

/** Where a thing was found: `both` when the CSV and the archive have it. */
export type Source = 'csv' | 'archive' | 'both';

export function isKind(value: string): value is Kind {
	return (KINDS as readonly string[]).includes(value);
}
