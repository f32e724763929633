import { KINDS, type Kind } from '../../core/kinds.ts';
import { thingsOf } from '../../store/catalogue.ts';
import { allMembers } from '../../store/members.ts';
import type { Store } from '../../store/open.ts';
import type { ApiGroup } from '../../api/groups.ts';

/** A batch of work for one thread: the files of some things, of some members, or of the sections. */
export type Batch =
	{ of: Kind; ids: number[] } | { of: 'members'; slugs: string[] } | { of: 'sections' };

const BATCH = 250;

/** All work for some groups; the lists of sections come first, as they take longest. */
export function planBatches(store: Store, groups: readonly ApiGroup[]): Batch[] {
	const lots: Batch[] = [];
	if (groups.includes('lists')) lots.push({ of: 'sections' });
	for (const kind of KINDS) {
		if (!groups.includes(kind) && !groups.includes('activity')) continue;
		const ids = thingsOf(store, kind).map(({ id }) => id);
		for (let at = 0; at < ids.length; at += BATCH)
			lots.push({ of: kind, ids: ids.slice(at, at + BATCH) });
	}
	if (groups.includes('members')) {
		const slugs = allMembers(store).map(({ slug }) => slug);
		for (let at = 0; at < slugs.length; at += BATCH)
			lots.push({ of: 'members', slugs: slugs.slice(at, at + BATCH) });
	}
	return lots;
}

/** How many things or members a lot has; the sections count as one. */
export function batchSize(lot: Batch): number {
	return 'ids' in lot ? lot.ids.length : 'slugs' in lot ? lot.slugs.length : 1;
}
