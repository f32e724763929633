import { moment, nextWeekMoment, stamp } from '../dates.ts';
import { memberName } from '../people.ts';
import { rng } from '../random.ts';
import type { World } from '../world.ts';
import type { Setting, Tune } from './tunes.ts';
import { settingAt, someTune, tuneAt } from './tunes.ts';

export interface TuneSet {
	id: number;
	memberId: number;
	username: string;
	date: string;
	tunes: { tune: Tune; setting: Setting }[];
}

/** The set with this index, by one of the third of all members who make sets. */
export function setAt(world: World, index: number): TuneSet {
	const random = rng(world.seed, 'set', index);
	const { first, idOf } = world.sets;
	const member = 3 * random.skewed(Math.floor(world.members / 3), 2);
	return {
		id: idOf(index),
		memberId: 100 + member * 7,
		username: memberName(member),
		date: stamp(index < first ? moment(index / first) : nextWeekMoment(random.next())),
		tunes: Array.from({ length: setLength(world, index) }, () => {
			const tune = tuneAt(world, someTune(world, random));
			const n = random.chance(0.7) ? 0 : random.below(tune.settings);
			return { tune, setting: settingAt(world, tune, n) };
		}),
	};
}

/** How many tunes a set has. */
export function setLength(world: World, index: number): number {
	return rng(world.seed, 'set length', index).weighted(LENGTHS);
}

const LENGTHS = [
	[2, 30],
	[3, 46],
	[4, 15],
	[5, 5],
	[6, 3],
	[9, 1],
] as const;
