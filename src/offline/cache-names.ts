/** Every cache of ours begins so: an origin may be shared with other sites (`name.github.io/…`). */
export const CACHE_PREFIX = 'session-mirror-';

/**
 * The name of a cache, database, lock or channel for this mirror alone: another one may be at the same
 * origin, under another base path (`/a/`), and each has pages and packs of its own.
 */
export function scoped(name: string): string {
	const base = import.meta.env.BASE_URL;
	return base === '/' ? name : `${name} ${base}`;
}

/** The tables of names. */
export const NAMES_CACHE = `${CACHE_PREFIX}names-1`;

/** Pages that were visited, the last one at the end. */
export const VISITED_CACHE = scoped(`${CACHE_PREFIX}visited-1`);
