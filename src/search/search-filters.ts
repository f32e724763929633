import type { Searched } from './search-parts.ts';

/** Tunes can be asked for that are in at least so many tunebooks. */
export const TUNEBOOK_BANDS = [10, 50, 100, 500, 1000] as const;

/** What can be filtered by, and which indexes know it; a filter leaves out all others. */
const FILTERS = {
	type: ['tunes'],
	key: ['tunes'],
	mode: ['tunes'],
	metre: ['tunes'],
	tunebooks: ['tunes'],
	chords: ['tunes'],
	composer: ['tunes'],
	country: ['sessions', 'events'],
	year: ['tunes', 'recordings', 'sessions', 'events', 'discussions'],
} as const satisfies Record<string, readonly Searched[]>;

export type FilterName = keyof typeof FILTERS;

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

export type Filters = Partial<Record<FilterName, string>>;

/** True when things of a kind can pass all filters that are set. */
export function knowsFilters(holds: Searched, filters: Filters): boolean {
	return (Object.keys(filters) as FilterName[]).every((name) =>
		(FILTERS[name] as readonly Searched[]).includes(holds),
	);
}
