import { displayName } from '../../../../src/core/names.ts';
import { moment, nextWeekMoment, stamp } from '../dates.ts';
import { pair, PLACES, tuneName } from '../names.ts';
import { someone } from '../people.ts';
import type { Rng } from '../random.ts';
import { rng } from '../random.ts';
import { ADJECTIVES, NOUNS } from '../words.ts';
import type { World } from '../world.ts';
import { someTune } from './tunes.ts';

export interface Recording {
	id: number;
	name: string;
	/** The artist's number. */
	artist: number;
	tracks: Track[];
	username: string;
	date: string;
}

export interface Track {
	/** The group's own name, on some. */
	title: string | undefined;
	tunes: TrackTune[];
}

/** A tune on a track; without an id it is not in the database. */
export interface TrackTune {
	name: string;
	id: number | undefined;
}

/** The recording with this index. */
export function recordingAt(world: World, index: number): Recording {
	const random = rng(world.seed, 'recording', index);
	const { first, idOf } = world.kinds.recordings;
	const { a, b } = index % 2 ? pair(index, ADJECTIVES, NOUNS) : pair(index, NOUNS, PLACES);
	return {
		id: idOf(index),
		name: index % 2 ? `${a} ${b}` : `The ${a} at ${b}`,
		artist: 1 + random.skewed(world.artists, 1.6),
		tracks: trackLengths(world, index).map((length) => trackOf(world, random, length)),
		username: someone(world, random),
		date: stamp(index < first ? moment(index / first) : nextWeekMoment(random.next())),
	};
}

/** How many tunes each track of a recording has. */
export function trackLengths(world: World, index: number): number[] {
	const random = rng(world.seed, 'tracks', index);
	const tracks = random.between(1, 10);
	return Array.from({ length: tracks }, () =>
		random.weighted([
			[1, 12],
			[2, 6],
			[3, 2],
			[4, 0.5],
		] as const),
	);
}

function trackOf(world: World, random: Rng, length: number): Track {
	const title = random.chance(0.08)
		? displayName(tuneName(100_000 + random.below(50_000)))
		: undefined;
	return { title, tunes: Array.from({ length }, () => trackTune(world, random)) };
}

function trackTune(world: World, random: Rng): TrackTune {
	if (random.chance(0.08)) return { name: tuneName(200_000 + random.below(50_000)), id: undefined };
	const index = someTune(world, random);
	// A few refer to tunes that were merged into others.
	const gone = random.chance(0.003) ? 9_000_000 : 0;
	return { name: tuneName(index), id: gone + world.kinds.tunes.idOf(index) };
}
