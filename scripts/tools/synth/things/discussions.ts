import { moment, nextWeekMoment, stamp } from '../dates.ts';
import { someone } from '../people.ts';
import { rng } from '../random.ts';
import { words } from '../text/sentences.ts';
import type { World } from '../world.ts';

export interface Discussion {
	id: number;
	name: string;
	username: string;
	date: string;
}

/** The discussion with this index, without its posts, which are its comments. */
export function discussionAt(world: World, index: number): Discussion {
	const random = rng(world.seed, 'discussion', index);
	const { first, idOf } = world.kinds.discussions;
	return {
		id: idOf(index),
		name: words(world, random, random.between(2, 8)) + (random.chance(0.4) ? '?' : ''),
		username: someone(world, random),
		date: stamp(index < first ? moment(index / first) : nextWeekMoment(random.next())),
	};
}
