import type { Kind } from '../../../src/core/kinds.ts';
import { KINDS } from '../../../src/core/kinds.ts';
import type { FullScale, Population, Week } from './population.ts';
import { populate } from './population.ts';
import { at, rng } from './random.ts';
import { spreadRank } from './spread.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * The world that everything is derived from. Each thing is a pure function of the world and its index; only
 * the numbering of settings and comments, and the vocabulary, are kept in memory.
 */
export interface World {
	seed: number;
	scale: number;
	week: Week;
	kinds: Record<Kind, Population>;
	sets: Population;
	members: number;
	artists: number;
	/** Settings of each tune; `extraSettings` numbers those after a tune's first. */
	settings: Numbering;
	/** Comments of each thing as first published. */
	comments: Record<Kind, Numbering>;
	/** Next week's comments on old things are numbered from here. */
	newComments: number;
	vocabulary: Vocabulary;
}

/** Things with parts: how many parts each has, and how many all earlier things have. */
interface Numbering {
	count: Uint32Array;
	before: Uint32Array;
}

export type Change = 'none' | 'new comments' | 'edited comment' | 'changed setting';

/** At most this many comments are new on an old thing. */
export const NEW_COMMENTS = 3;

const FULL: Record<Kind | 'sets', FullScale> = {
	tunes: full(23_069, 26_500, 69, 69, 20, 5),
	recordings: full(8_024, 9_100, 24, 24, 12),
	sessions: full(7_506, 9_500, 6, 5_406, 8),
	events: full(8_325, 9_100, 25, 125, 12),
	discussions: full(44_000, 49_500, 0, 44_000, 40),
	sets: full(65_000, 88_000, 0, 0, 120),
};

/** The world of a seed and a scale in a given week. */
export function createWorld(seed: number, scale: number, week: Week): World {
	const kinds = Object.fromEntries(
		KINDS.map((kind) => [kind, populate(FULL[kind], scale)]),
	) as Record<Kind, Population>;
	const { comments, total } = numberComments(seed, kinds);
	return {
		seed,
		scale,
		week,
		kinds,
		sets: populate(FULL.sets, scale),
		members: Math.max(40, Math.round(12_000 * scale)),
		artists: Math.max(5, Math.round(3_000 * scale)),
		settings: number(kinds.tunes, (index) => settingCount(seed, index)),
		comments,
		newComments: total + 1,
		vocabulary: createVocabulary(seed),
	};
}

/** What week two does to a thing of week one: one in a hundred changes, at least three of a kind. */
export function changeOf(world: World, kind: Kind, index: number): Change {
	const rank = changeRank(world, kind, index);
	if (rank < 0) return 'none';
	if (kind === 'tunes' && rank % 3 === 2) return 'changed setting';
	const editable = at(world.comments[kind].count, index) > 0;
	return rank % 3 === 1 && editable ? 'edited comment' : 'new comments';
}

/** The position of a changed thing among the changed of its kind, or -1. */
export function changeRank(world: World, kind: Kind, index: number): number {
	const { first } = world.kinds[kind];
	if (world.week === 1 || index >= first) return -1;
	return spreadRank(index, first, changedOf(first));
}

/** How many things of a kind next week changes. */
export function changedOf(first: number): number {
	return Math.max(3, Math.round(first / 100));
}

/** Week one's comments get the lowest ids, kind by kind; then those of the things added later. */
function numberComments(seed: number, kinds: World['kinds']) {
	let total = 0;
	const comments = {} as World['comments'];
	for (const kind of KINDS) {
		comments[kind] = number(kinds[kind], (index) => commentCount(seed, kind, index));
	}
	for (const part of ['first', 'added'] as const) {
		for (const kind of KINDS) {
			const { count, before } = comments[kind];
			const start = part === 'first' ? 0 : kinds[kind].first;
			const end = part === 'first' ? kinds[kind].first : count.length;
			for (let index = start; index < end; index++) {
				before[index] = total;
				total += at(count, index);
			}
		}
	}
	return { comments, total };
}

function number({ first, added }: Population, countOf: (index: number) => number): Numbering {
	const count = Uint32Array.from({ length: first + added }, (_, index) => countOf(index));
	const before = new Uint32Array(count.length);
	for (let index = 1; index < count.length; index++)
		before[index] = at(before, index - 1) + at(count, index - 1);
	return { count, before };
}

function settingCount(seed: number, index: number): number {
	return Math.max(1, Math.min(40, Math.round(rng(seed, 'settings', index).logNormal(1.75, 0.78))));
}

function commentCount(seed: number, kind: Kind, index: number): number {
	const random = rng(seed, `comments of ${kind}`, index);
	if (kind === 'discussions')
		return Math.max(1, Math.min(900, Math.round(random.logNormal(6, 1.19))));
	if (kind === 'tunes') return Math.min(300, Math.round(random.logNormal(1.6, 1.25)));
	return Math.floor(random.logNormal(0.75, 1.1));
}

function full(
	things: number,
	maxId: number,
	csvOnly: number,
	archiveOnly: number,
	added: number,
	removed = 0,
): FullScale {
	return { things, maxId, csvOnly, archiveOnly, added, removed };
}
