import type { Kind } from '../../../../src/core/kinds.ts';
import { KINDS } from '../../../../src/core/kinds.ts';
import { indices } from '../population.ts';
import type { World } from '../world.ts';
import { changeOf } from '../world.ts';
import { discussionPage } from './discussion.ts';
import { eventPage } from './event.ts';
import type { Page } from './frame.ts';
import { rootFront, sectionFront } from './fronts.ts';
import { recordingPage } from './recording.ts';
import { sessionPage } from './session.ts';
import { tunePage } from './tune.ts';

const DRAW: Record<Kind, (world: World, index: number) => Page> = {
	tunes: tunePage,
	recordings: recordingPage,
	sessions: sessionPage,
	events: eventPage,
	discussions: discussionPage,
};

/** Every page of the archive in the world's week, kind by kind so that git's deltas are small. */
export function* allPages(world: World): Generator<Page> {
	yield rootFront();
	for (const kind of KINDS) {
		yield sectionFront(world, kind);
		for (const index of pagesOf(world, kind)) yield DRAW[kind](world, index);
	}
}

/** The pages that are new or different in week two. */
export function* changedPages(world: World): Generator<Page> {
	for (const kind of KINDS) {
		yield sectionFront(world, kind);
		for (const index of pagesOf(world, kind))
			if (isNew(world, kind, index) || changeOf(world, kind, index) !== 'none')
				yield DRAW[kind](world, index);
	}
}

/** The paths of week one's pages that are gone in week two. */
export function* removedPaths({ kinds }: World): Generator<string> {
	for (const kind of KINDS) {
		const { first, idOf, inArchive, alive } = kinds[kind];
		for (let index = 0; index < first; index++)
			if (inArchive(index) && !alive(index, 2)) yield `${kind}/${idOf(index)}/index.html`;
	}
}

/** The indices of the things that have a page in the world's week. */
export function* pagesOf({ kinds, week }: World, kind: Kind): Generator<number> {
	for (const index of indices(kinds[kind], week)) if (kinds[kind].inArchive(index)) yield index;
}

export function isNew({ kinds }: World, kind: Kind, index: number): boolean {
	return index >= kinds[kind].first;
}
