import type { Searched } from './search-parts.ts';

/** The choices for the minimum number of tunebooks a tune is in. */
export const TUNEBOOK_BANDS = [10, 50, 100, 500, 1000] as const;

/** The filters, and which indexes support each; a set filter excludes all other indexes. */
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

/** Whether things of a kind can match all filters that are set. */
export function knowsFilters(holds: Searched, filters: Filters): boolean {
	return (Object.keys(filters) as FilterName[]).every((name) =>
		(FILTERS[name] as readonly Searched[]).includes(holds),
	);
}
