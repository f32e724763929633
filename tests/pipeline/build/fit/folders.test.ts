import { expect, test } from 'vitest';
import { planFolders } from '../../../../src/pipeline/build/fit/folders.ts';

const ids = (count: number, every = 1): number[] =>
	Array.from({ length: count }, (_, n) => (n + 1) * every);
const none = { ids: [], beside: 0 };
const sections = { tunes: none, recordings: none, sessions: none, events: none, discussions: none };
const few = { count: 10, beside: 0 };

test.each([
	['44,000 discussions', ids(44_000), 0, undefined],
	['one more than fits', ids(49_501), 0, 5000],
	['66,000', ids(66_000), 0, 20_000],
	['66,000, of which every second id is gone', ids(66_000, 2), 0, 35_000],
	['34,000 with JSON beside', ids(34_000), 34_000, 20_000],
	['what does not fit even when all pages move', ids(60_000), 60_000, 65_000],
])('%s', (_, discussions, beside, below) => {
	const plan = planFolders({ ...sections, discussions: { ids: discussions, beside } }, few);
	expect(plan.shardBelow.discussions).toBe(below);
	expect(plan.shardsMembers).toBe(false);
	const left = discussions.filter((id) => id >= (below ?? 0)).length;
	if (left > 0) expect(left + beside).toBeLessThanOrEqual(49_500);
});

test('members have folders of their own when they and their JSON would be too many', () => {
	expect(planFolders(sections, { count: 30_000, beside: 30_000 })).toEqual({
		shardBelow: {},
		shardsMembers: true,
	});
	expect(planFolders(sections, { count: 49_501, beside: 0 }).shardsMembers).toBe(true);
	expect(planFolders(sections, { count: 49_500, beside: 0 }).shardsMembers).toBe(false);
});
