import { DAY, moment, nextWeekMoment, stamp } from '../dates.ts';
import { someone } from '../people.ts';
import { rng } from '../random.ts';
import { ADJECTIVES, NOUNS } from '../words.ts';
import type { World } from '../world.ts';
import type { Place } from './places.ts';
import { somewhere } from './places.ts';

export interface Event {
	id: number;
	name: string;
	start: string;
	end: string;
	/** Absent for one in sixteen. */
	place: Place | undefined;
	username: string;
	date: string;
}

/** The event with this index. */
export function eventAt(world: World, index: number): Event {
	const random = rng(world.seed, 'event', index);
	const { first, idOf } = world.kinds.events;
	const added = index < first ? moment(index / first) : nextWeekMoment(random.next());
	const evening = Math.floor(added / DAY) * DAY + random.between(3, 150) * DAY + 20 * (DAY / 24);
	const days = random.chance(0.3) ? random.between(1, 4) : 0;
	const what = random.pick([
		'Festival',
		'Concert',
		'Céilí',
		'Weekend',
		'Workshop',
		'Summer School',
	]);
	return {
		id: idOf(index),
		name: `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${what}`,
		start: stamp(evening),
		end: stamp(evening + days * DAY + random.between(1, 3) * (DAY / 24)),
		place: random.chance(0.06) ? undefined : somewhere(random),
		username: someone(world, random),
		date: stamp(added),
	};
}
