import { FOLDER_FILES, type FitPlan } from '../../../core/fit-plan.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';

/** What a folder of a section would hold. */
export interface FolderContents {
	/** Ids of the things, ascending. */
	ids: readonly number[];
	/** Files beside their pages: JSON of things, calendars. */
	beside: number;
}

/** Files of lists, streams and feeds in a section's folder: far fewer than this. */
const OTHERS = 500;

/** A bound is a multiple of this, so that few pages move from week to week. */
const STEP = 5000;

/**
 * Which things and members have folders of their own, so that no folder holds more files than hosts take.
 * Only pages move: what lies beside them stays.
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
