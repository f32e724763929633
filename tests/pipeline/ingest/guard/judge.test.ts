import { describe, expect, test } from 'vitest';
import { judge, type Doubt, type Verdict } from '../../../../src/pipeline/ingest/guard/judge.ts';
import type { Elsewhere, Version } from '../../../../src/pipeline/ingest/guard/losses.ts';
import { random } from './random.ts';

const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** A version of one row a thing, all of them called as their id says. */
function version(ids: number[], more: Partial<Version> = {}): Version {
	return { rows: ids.length, things: new Map(ids.map((id) => [id, id])), filled: {}, ...more };
}

const day = (n: number): string =>
	new Date(Date.UTC(2018, 0, 4, 6) + n * 86_400_000).toISOString().replace('.000Z', 'Z');

const WHOLE = range(1, 1000);
const some = (share: number, ids = WHOLE): number[] => {
	const next = random(7);
	return ids.filter(() => next() >= share);
};
const renamed = (ids: number[]): Version =>
	version(ids, { things: new Map(ids.map((id) => [id, id + 5])) });
const both: Elsewhere = { before: new Set(WHOLE), now: new Set(range(1, 500)) };
const pages: Elsewhere = { before: new Set(WHOLE), now: new Set(WHOLE) };

interface Case {
	what: string;
	held?: Version;
	now: Version;
	elsewhere?: Elsewhere;
	cut?: string;
	/** Taken, or why not. */
	is: 'taken' | RegExp;
}

const CASES: Case[] = [
	{ what: 'nothing changed', now: version(WHOLE), is: 'taken' },
	{ what: 'things were added', now: version(range(1, 5000)), is: 'taken' },
	{ what: 'one thing is gone', now: version(WHOLE.slice(1)), is: 'taken' },
	{ what: 'the newest is gone', now: version(WHOLE.slice(0, -1)), is: 'taken' },
	{ what: 'one thing in twenty was pruned', now: version(some(0.05)), is: 'taken' },
	{ what: 'ten weeks of pruning at once', now: version(some(0.18)), is: 'taken' },
	{ what: 'pruning, pages stay', now: version(some(0.18)), elsewhere: pages, is: 'taken' },
	{
		what: 'a wave of spam was removed',
		now: version([...range(1, 300), ...range(320, 1000)]),
		is: 'taken',
	},
	{ what: 'the newest wave of spam was removed', now: version(range(1, 981)), is: 'taken' },
	{
		what: 'the file is cut off',
		now: version(range(1, 600)),
		is: /cut off: the last 400 of 1,000/,
	},
	{ what: 'a little is cut off', now: version(range(1, 970)), is: /cut off: the last 30 of 1,000/ },
	{
		what: 'the file is cut off, new things among the rest',
		now: version([...range(1, 500), ...range(2000, 2010)]),
		is: /cut off/,
	},
	{
		what: 'the file is cut off and not sorted by id',
		held: version(WHOLE.toReversed()),
		now: version(range(301, 1000).toReversed()),
		is: /cut off: the last 300/,
	},
	{
		what: 'an older version has come back',
		now: version(some(0.01, range(1, 900))),
		is: /cut off/,
	},
	{
		what: 'a chunk of the export is missing',
		now: version([...range(1, 300), ...range(351, 1000)]),
		is: /a part is missing: 50 of 1,000/,
	},
	{ what: 'everything was renumbered', now: version(range(5001, 6000)), is: /cut off|only 0/ },
	{
		what: 'a sample stands where the table was',
		now: version(some(0.6)),
		is: /only \d+ of the 1,000/,
	},
	{
		what: 'half was removed by both sources',
		now: version(range(1, 500)),
		elsewhere: both,
		is: 'taken',
	},
	{
		what: 'half is gone, and pages of it are there',
		now: version(range(1, 500)),
		elsewhere: pages,
		is: /cut off/,
	},
	{
		what: 'half is gone, which the other source never had',
		now: version(range(1, 500)),
		elsewhere: { before: new Set(), now: new Set() },
		is: /cut off/,
	},
	{
		what: 'the ids of another table',
		now: renamed(WHOLE),
		is: /1,000 of the 1,000 ids that stay have other names/,
	},
	{
		what: 'a tenth got other names',
		now: version(WHOLE, { things: new Map(WHOLE.map((id) => [id, id % 10 ? id : 0])) }),
		is: 'taken',
	},
	{
		what: 'one row of three is left of everything',
		held: version(WHOLE, { rows: 3000 }),
		now: version(WHOLE),
		is: /67 % fewer rows/,
	},
	{
		what: 'a column is empty now',
		held: version(WHOLE, { filled: { abc: 1000, composer: 12 } }),
		now: version(WHOLE, { filled: { abc: 3, composer: 0 } }),
		is: /abc is now almost empty/,
	},
	{
		what: 'the file ends in the middle of a row',
		now: version(range(1, 995)),
		cut: 'it ends inside a quoted field',
		is: /it ends inside a quoted field, and 5 of 1,000 ids are gone/,
	},
	{
		what: 'two of three things are gone',
		held: version([1, 2, 3]),
		now: version([1]),
		is: 'taken',
	},
	{ what: 'all of two things are others', held: version([1, 2]), now: version([3]), is: 'taken' },
	{
		what: 'three of five are gone',
		held: version(range(1, 5)),
		now: version([1, 2]),
		is: /cut off/,
	},
	{
		what: 'a tenth of a small table is cut off',
		held: version(range(1, 40)),
		now: version(range(1, 36)),
		is: /cut off/,
	},
	{
		what: 'three in a row happened to be among those pruned of a small table',
		held: version(range(1, 40)),
		now: version(range(1, 40).filter((id) => ![5, 6, 7, 15, 22, 30, 35].includes(id))),
		is: 'taken',
	},
	{
		what: 'a tenth of a small table was pruned',
		held: version(range(1, 40)),
		now: version(range(1, 40).filter((id) => id % 10 !== 3)),
		is: 'taken',
	},
];

test.each(CASES)('$what', ({ held = version(WHOLE), now, elsewhere, cut, is }) => {
	const verdict = judge({
		held,
		candidate: now,
		doubt: undefined,
		date: day(0),
		...(elsewhere && { elsewhere }),
		...(cut !== undefined && { cut }),
	});
	if (is === 'taken') {
		const gone = [...held.things.keys()].filter((id) => !now.things.has(id)).length;
		expect(verdict).toEqual({ take: true, gone });
	} else {
		expect(verdict).toMatchObject({ take: false, reason: expect.stringMatching(is) as string });
	}
});

describe('a doubt', () => {
	const half = version(range(1, 500));
	const ask = (candidate: Version, n: number, doubt?: Doubt, held = version(WHOLE)): Verdict =>
		judge({ held, candidate, doubt, date: day(n) });
	const doubtOf = (verdict: Verdict): Doubt | undefined =>
		verdict.take ? undefined : verdict.doubt;
	const first = doubtOf(ask(half, 0));

	test('says from when on it is taken, and that somebody may take it now', () => {
		expect(ask(half, 0)).toMatchObject({
			reason: expect.stringContaining(
				'from 2018-01-25 on it is taken if it still says so',
			) as string,
		});
		const verdict = judge({
			held: version(WHOLE),
			candidate: half,
			doubt: undefined,
			date: day(0),
			accept: true,
		});
		expect(verdict).toMatchObject({ take: true, gone: 500 });
	});

	test('is taken after three weeks, whether or not there were runs between', () => {
		expect(ask(half, 20, first)).toMatchObject({ take: false, doubt: { since: day(0) } });
		expect(ask(half, 21, first)).toMatchObject({
			take: true,
			gone: 500,
			accepted: expect.stringContaining('it has said so since 2018-01-04') as string,
		});
		expect(ask(half, 70, first)).toMatchObject({ take: true });
	});

	test('goes on while a little is added and pruned', () => {
		const later = version([...range(3, 490), ...range(2000, 2020)]);
		expect(ask(later, 21, first)).toMatchObject({ take: true });
	});

	test.each([
		['more is gone', version(range(1, 100))],
		['something came back', version(range(1, 700))],
		['others are gone', version(range(501, 1000))],
	])('begins again when %s', (_, later) => {
		expect(ask(later, 30, first)).toMatchObject({ take: false, doubt: { since: day(30) } });
	});

	test('is over when upstream is whole again', () => {
		expect(ask(version(WHOLE), 21, first)).toEqual({ take: true, gone: 0 });
	});

	test('is not shortened by a commit of an earlier date', () => {
		expect(ask(half, -100, first)).toMatchObject({ take: false, doubt: { since: day(-100) } });
	});
});

test('without an earlier version everything is taken', () => {
	const candidate = version(WHOLE);
	expect(
		judge({ held: undefined, candidate, doubt: undefined, date: day(0), cut: 'cut off' }),
	).toEqual({ take: true, gone: 0 });
});
