import { withBase } from '../../../src/core/addresses.ts';
import type { Store } from '../../../src/store/open.ts';

/** Kinds of request, each with many addresses, so that no answer is still cached. */
export type PlannedRequests = Record<string, string[]>;

const MANY = 500;

/** The same requests for the same store: things spread over it, words from its names, places. */
export function plannedRequests(store: Store, base: string): PlannedRequests {
	const spread = (table: string, column: string): string[] =>
		store.database
			.prepare(
				`SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL
				ORDER BY (id * 2654435761) & 4294967295, id LIMIT ${MANY}`,
			)
			.all()
			.map(({ value }) => encodeURIComponent(String(value)));
	const at = (addresses: string[]): string[] => addresses.map((each) => withBase(base, each));
	const tunes = spread('tune', 'id');
	const discussions = spread('discussion', 'id');
	return {
		'a page of the site': at(tunes.map((id) => `/tunes/${id}`)),
		'a tune': at(tunes.map((id) => `/tunes/${id}?format=json`)),
		'a discussion': at(discussions.map((id) => `/discussions/${id}?format=json`)),
		'search of tunes': at(
			spread('tune', "substr(sort, 1, 1 + instr(sort || ' ', ' '))").map(
				(q) => `/tunes/search?format=json&q=${q}`,
			),
		),
		'search of discussions': at(
			spread('discussion', 'sort').map((q) => `/discussions/search?format=json&q=${q}`),
		),
		'sessions nearby': at(
			spread('session', "latitude || ',' || longitude").map(
				(spot) => `/sessions/nearby?format=json&latlon=${spot}&radius=50`,
			),
		),
		'new tunes, deep': at(tunes.map((_id, n) => `/tunes/new?format=json&perpage=50&page=${n + 1}`)),
		'popular tunes, deep': at(
			tunes.map((_id, n) => `/tunes/popular?format=json&perpage=50&page=${n + 1}`),
		),
		'new discussions, deep': at(
			tunes.map((_id, n) => `/discussions/new?format=json&perpage=50&page=${n + 1}`),
		),
		"a member's sets": at(
			spread('member', 'slug').map((slug) => `/members/${slug}/sets?format=json`),
		),
	};
}
