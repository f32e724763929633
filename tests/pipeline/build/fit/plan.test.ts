import { expect, test } from 'vitest';
import type { Estimate } from '../../../../src/pipeline/build/fit/estimate.ts';
import type { FoldSaving } from '../../../../src/pipeline/build/fit/folding.ts';
import { PARTS, totalOf, type PartBytes } from '../../../../src/pipeline/build/fit/parts.ts';
import { planFit } from '../../../../src/pipeline/build/fit/plan.ts';
import { NOTHING_YIELDS } from '../../../../src/core/fit-plan.ts';

const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as PartBytes;

/** A site of 1,000 bytes: 600 of pages, 200 of API, 150 of packs, 50 of search. */
const ESTIMATE: Estimate = {
	parts: { ...parts, tunes: 200, discussions: 400, api: 200, packs: 150, search: 50 },
	furtherLists: 20,
	api: { lists: 30, tunes: 50, discussions: 60, xml: 60 },
	packs: { tunes: 80, discussions: 60 },
	searchTexts: 10,
	staves: { further: 60, all: 100 },
};

/** 300 bytes of posts behind the first, 100 behind the tenth, 10 behind the hundredth. */
const foldSaving: FoldSaving = (after) => (after < 10 ? 300 : after < 100 ? 100 : 10);

const fitted = (limit: number) => planFit({ estimate: ESTIMATE, limit, foldSaving });

test.each([
	[1000, [], true],
	[999, ['json lists 20'], true],
	[985, ['json lists 20', 'json XML 60'], true],
	[870, ['json lists 20', 'json XML 60', 'json discussions 60', 'json tunes 50'], true],
	[820, ['+packs discussions 60'], true],
	[740, ['+packs tunes 80'], true],
	[672, ['+search 10'], true],
	[660, ['+threads 10'], true],
	[600, ['+threads 100'], true],
	[400, ['+threads 300'], true],
	[340, ['+staves 60'], true],
	[300, ['+staves 100'], true],
	[250, ['+staves 100'], false],
])('for %i bytes %j yields', (limit, expected, fits) => {
	const { plan, parts: left, fits: does } = fitted(limit);
	const words = plan.steps.map(({ part, says, bytes }) => {
		const what = /lists|XML|discussions|tunes/.exec(says)?.[0] ?? '';
		return [part, ...(part === 'json' || part === 'packs' ? [what] : []), bytes].join(' ');
	});
	if (expected[0]?.startsWith('+') === true) expect([`+${words.at(-1)}`]).toEqual(expected);
	else expect(words).toEqual(expected);
	expect(does).toBe(fits);
	expect(totalOf(left)).toBe(1000 - plan.steps.reduce((sum, { bytes }) => sum + bytes, 0));
	if (fits && plan.steps.length > 0) expect(totalOf(left)).toBeLessThanOrEqual(limit * 0.985);
});

test('the plan says what its steps say', () => {
	expect(fitted(1000).plan).toEqual(NOTHING_YIELDS);
	expect(fitted(600).plan).toMatchObject({
		listPages: 1,
		withoutApi: ['xml', 'discussions', 'tunes'],
		withoutPacks: ['discussions', 'tunes'],
		dropsSearchTexts: true,
		foldAfter: 75,
	});
	expect(fitted(660).plan.foldAfter).toBe(1000);
	expect(fitted(250).plan).toMatchObject({ foldAfter: 1, staves: 'popular' });
	// With fewer staves, fewer posts have to fold.
	expect(fitted(340).plan).toMatchObject({ foldAfter: 8, staves: 'first' });
});
