import { CLOSENESS } from './name-index.ts';
import type { NameFinder, NameHit } from './name-finder.ts';
import type { NameKind } from './name-table.ts';

/** The matches of one kind. */
export interface NameGroup {
	kind: NameKind;
	hits: NameHit[];
}

/** How many matches of each kind a short list shows. */
const SHOWN: Record<NameKind, number> = { tunes: 6, recordings: 3, artists: 2, sessions: 3 };

/**
 * A short list across all kinds: the kind with the closest match comes first. Similar names are listed only
 * when no name matches.
 */
export function nameGroups(finders: readonly NameFinder[], text: string): NameGroup[] {
	const groups = groupsOf(finders, text, false);
	return groups.length > 0 ? groups : groupsOf(finders, text, true);
}

function groupsOf(finders: readonly NameFinder[], text: string, forgiving: boolean): NameGroup[] {
	return finders
		.map((finder) => ({
			kind: finder.kind,
			hits: finder.find(text, SHOWN[finder.kind], forgiving),
		}))
		.filter(({ hits }) => hits.length > 0)
		.sort((a, b) => distance(a) - distance(b));
}

function distance({ hits: [closest] }: NameGroup): number {
	return closest ? CLOSENESS.indexOf(closest.closeness) : CLOSENESS.length;
}
