import type { Kind } from '../core/kinds.ts';

/** The table of each kind of thing. */
export const TABLES = {
	tunes: 'tune',
	recordings: 'recording',
	sessions: 'session',
	events: 'event',
	discussions: 'discussion',
} satisfies Record<Kind, string>;
