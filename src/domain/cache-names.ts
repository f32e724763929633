/** Every cache of ours begins so: an origin may be shared with other sites (`name.github.io/…`). */
export const CACHE_PREFIX = 'session-mirror-';

/** The tables of names. */
export const NAMES_CACHE = `${CACHE_PREFIX}names-1`;

/** Pages that were visited, the last one at the end. */
export const VISITED_CACHE = `${CACHE_PREFIX}visited-1`;
