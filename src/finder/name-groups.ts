import { CLOSENESS } from './haystack.ts';
import type { NameFinder, NameHit } from './name-finder.ts';
import type { NameKind } from './name-table.ts';

/** What was found of one kind. */
export interface NameGroup {
	kind: NameKind;
	hits: NameHit[];
}

/** How many of each kind a short list shows. */
const SHOWN: Record<NameKind, number> = { tunes: 6, recordings: 3, artists: 2, sessions: 3 };

/**
 * A short list over all kinds: the kind with the closest name comes first, and where some names are
 * what was typed, those that are only like it are left out.
 */
export function nameGroups(finders: readonly NameFinder[], text: string): NameGroup[] {
	const groups = finders
		.map((finder) => ({ kind: finder.kind, hits: finder.find(text, SHOWN[finder.kind]) }))
		.filter(({ hits }) => hits.length > 0)
		.sort((a, b) => distance(a) - distance(b));
	const isLikely = ({ hits }: NameGroup) => hits[0]?.closeness !== 'near';
	return groups.some(isLikely) ? groups.filter(isLikely) : groups;
}

function distance({ hits: [closest] }: NameGroup): number {
	return closest ? CLOSENESS.indexOf(closest.closeness) : CLOSENESS.length;
}
