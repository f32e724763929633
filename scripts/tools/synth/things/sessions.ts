import { moment, nextWeekMoment, stamp } from '../dates.ts';
import { someone } from '../people.ts';
import { rng } from '../random.ts';
import type { World } from '../world.ts';
import type { Place } from './places.ts';
import { somewhere } from './places.ts';

export interface Session {
	id: number;
	place: Place;
	/** Days of the week. */
	schedule: string[];
	telephone: string;
	website: string;
	username: string;
	date: string;
}

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** The session with this index. */
export function sessionAt(world: World, index: number): Session {
	const random = rng(world.seed, 'session', index);
	const { first, idOf } = world.kinds.sessions;
	const id = idOf(index);
	return {
		id,
		place: somewhere(random),
		schedule: DAYS.filter(() => random.chance(0.18)),
		telephone: random.chance(0.4) ? `+000 55 ${String(100_000 + id)}` : '',
		website: random.chance(0.4) ? `https://venue-${id}.example/` : '',
		username: someone(world, random),
		date: stamp(index < first ? moment(index / first) : nextWeekMoment(random.next())),
	};
}
