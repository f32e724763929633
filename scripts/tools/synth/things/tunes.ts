import type { TuneType } from '../../../../src/core/music.ts';
import { TUNE_TYPES } from '../../../../src/core/music.ts';
import { composeBody } from '../abc/body.ts';
import { DAY, END, moment, NEXT_END, nextWeekMoment, stamp } from '../dates.ts';
import { tuneName } from '../names.ts';
import { artistName, someone } from '../people.ts';
import type { Rng } from '../random.ts';
import { at, rng } from '../random.ts';
import type { World } from '../world.ts';
import { changeOf } from '../world.ts';

export interface Tune {
	index: number;
	id: number;
	/** As upstream writes it, `Heron, The`. */
	name: string;
	type: TuneType;
	meter: string;
	mode: string;
	composer: string;
	/** Milliseconds. */
	added: number;
	settings: number;
}

export interface Setting {
	id: number;
	mode: string;
	abc: string;
	username: string;
	date: string;
}

const TYPES = [
	['reel', 36],
	['jig', 25],
	['hornpipe', 7],
	['waltz', 7],
	['polka', 7],
	['slip jig', 4],
	['march', 4],
	['barndance', 3],
	['slide', 2.5],
	['strathspey', 2.5],
	['mazurka', 1],
	['three-two', 1],
] as const satisfies readonly (readonly [TuneType, number])[];

const MODES = [
	['Gmajor', 26],
	['Dmajor', 25],
	['Amajor', 7],
	['Adorian', 8],
	['Edorian', 7],
	['Eminor', 7],
	['Aminor', 4],
	['Bminor', 4],
	['Amixolydian', 4],
	['Dmixolydian', 3],
	['Ddorian', 2],
	['Cmajor', 3],
	['Fmajor', 2],
	['Gminor', 1.5],
	['Dminor', 1.5],
	['Gdorian', 1],
	['Emajor', 0.6],
	['Bbmajor', 0.5],
	['F#minor', 0.4],
	['Bdorian', 0.3],
	['Ebmajor', 0.2],
] as const;

/** The tune with this index. */
export function tuneAt(world: World, index: number): Tune {
	const random = rng(world.seed, 'tune', index);
	const { first, idOf } = world.kinds.tunes;
	const type = random.weighted(TYPES);
	return {
		index,
		id: idOf(index),
		name: tuneName(index),
		type,
		meter: TUNE_TYPES[type],
		mode: random.weighted(MODES),
		composer: random.chance(0.1) ? artistName(1 + random.below(world.artists)) : '',
		added: index < first ? moment(index / first) : nextWeekMoment(random.next()),
		settings: at(world.settings.count, index),
	};
}

/** The nth setting of a tune, from 0, in the world's week. */
export function settingAt(world: World, tune: Tune, n: number): Setting {
	const changed = n === 0 && changeOf(world, 'tunes', tune.index) === 'changed setting';
	const random = rng(world.seed, 'setting', tune.index, n, changed ? 1 : 0);
	const stable = rng(world.seed, 'setting facts', tune.index, n);
	const mode = n > 0 && stable.chance(0.12) ? stable.weighted(MODES) : tune.mode;
	const until = tune.index < world.kinds.tunes.first ? END : NEXT_END;
	const later = n === 0 ? 0 : stable.next() * Math.max(0, until - tune.added - DAY / 10);
	return {
		id: settingId(world, tune.index, n),
		mode,
		abc: composeBody(random, tune.type, mode),
		username: someone(world, stable),
		date: stamp(tune.added + later),
	};
}

/** A tune's first setting has the tune's own id; the others are numbered above all tunes. */
export function settingId(world: World, index: number, n: number): number {
	const { first, added, idOf } = world.kinds.tunes;
	if (n === 0) return idOf(index);
	const above = idOf(first + added - 1) + 1000;
	return above + at(world.settings.before, index) - index + n;
}

/** The index of a tune that somebody plays or mentions: mostly the old, popular ones. */
export function someTune(world: World, random: Rng): number {
	return random.skewed(world.kinds.tunes.first, 2);
}

/** How many tunebooks a tune is in; 0 when fewer than the ten that upstream requires. */
export function tunebooks(world: World, index: number): number {
	const { first } = world.kinds.tunes;
	const random = rng(world.seed, 'tunebooks', index);
	if (index >= first || !random.chance(0.991 * (1 - index / first))) return 0;
	const books = Math.floor(10 + 8 * (((index + 1) / first) ** -0.6 - 1) * (0.5 + random.next()));
	const grows = world.week === 2 && rng(world.seed, 'popularity', index).chance(0.01);
	return books + (grows || (world.week === 2 && index === 0) ? 3 : 0);
}

/** The other names of a tune; a quarter of them are shared with other tunes. */
export function aliasesOf(world: World, index: number): string[] {
	const random = rng(world.seed, 'aliases', index);
	const count = Math.floor(random.logNormal(1.25, 0.85));
	const pool = Math.max(2, Math.round(2_200 * world.scale));
	// Names of tunes come first, then the shared ones, then each tune's own; none overlap.
	const shared = world.settings.count.length;
	return Array.from({ length: Math.min(count, OWN_ALIASES) }, (_, n) =>
		random.chance(0.25)
			? tuneName(shared + random.below(pool))
			: tuneName(shared + pool + index * OWN_ALIASES + n),
	);
}

const OWN_ALIASES = 9;
