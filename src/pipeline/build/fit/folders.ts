import { FOLDER_FILES, type FitPlan } from '../../../core/fit-plan.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';

/** What a section's folder would hold. */
export interface FolderContents {
	/** Ids of the things, ascending. */
	ids: readonly number[];
	/** Files beside their pages: JSON and calendars of things. */
	beside: number;
}

/** Room for files of lists, streams and feeds in a section's folder: far fewer than this. */
const OTHERS = 500;

/** Bounds are multiples of this, so that few pages move from week to week. */
const STEP = 5000;

/**
 * Which things and members get folders of their own, so that no folder has more files than hosts accept.
 * Only pages move; the files beside them stay.
 *
 * @param members their number, and the files beside their pages
 */
export function planFolders(
	kinds: Record<Kind, FolderContents>,
	members: { count: number; beside: number },
	most = FOLDER_FILES,
): Pick<FitPlan, 'shardBelow' | 'shardsMembers'> {
	const shardBelow: FitPlan['shardBelow'] = {};
	for (const kind of KINDS) {
		const { ids, beside } = kinds[kind];
		const over = ids.length + beside + OTHERS - most;
		const last = ids[Math.min(over, ids.length) - 1];
		if (last !== undefined) shardBelow[kind] = (Math.floor(last / STEP) + 1) * STEP;
	}
	return { shardBelow, shardsMembers: members.count + members.beside + OTHERS > most };
}
