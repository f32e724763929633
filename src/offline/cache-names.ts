/** The prefix of all our caches: an origin may be shared with other sites (`name.github.io/…`). */
export const CACHE_PREFIX = 'session-mirror-';

/**
 * The name of a cache, database, lock or channel of this mirror only: another mirror may be on the same
 * origin under another base path (`/a/`), and each has its own pages and packs.
 */
export function scoped(name: string): string {
	const base = import.meta.env.BASE_URL;
	return base === '/' ? name : `${name} ${base}`;
}

/** The tables of names. */
export const NAMES_CACHE = `${CACHE_PREFIX}names-1`;

/** Visited pages, most recent last. */
export const VISITED_CACHE = scoped(`${CACHE_PREFIX}visited-1`);
