import { expect, test } from 'vitest';
import { announce } from '../../../scripts/tools/synth/announce.ts';
import { tuneName } from '../../../scripts/tools/synth/names.ts';
import { memberName } from '../../../scripts/tools/synth/people.ts';
import { rng } from '../../../scripts/tools/synth/random.ts';
import { isSpread } from '../../../scripts/tools/synth/spread.ts';
import { commentsOf } from '../../../scripts/tools/synth/things/comments.ts';
import { allPages, removedPaths } from '../../../scripts/tools/synth/pages/pages.ts';
import { settingAt, tuneAt } from '../../../scripts/tools/synth/things/tunes.ts';
import { createWorld } from '../../../scripts/tools/synth/world.ts';

const distinct = (name: (n: number) => string, count: number): number =>
	new Set(Array.from({ length: count }, (_, n) => name(n))).size;

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test('names of tunes and of members are distinct', () => {
	expect(distinct(tuneName, 80_000)).toBe(80_000);
	expect(distinct(memberName, 12_000)).toBe(12_000);
});

test('a third of the names end with the article', () => {
	const names = Array.from({ length: 9000 }, (_, n) => tuneName(n));
	expect(names.filter((name) => name.endsWith(', The'))).toHaveLength(3000);
});

test.each([
	[46, 1, 0.5],
	[1000, 333, 0],
	[7, 7, 0.25],
	[23_069, 69, 0.75],
])('of %i indices exactly %i are chosen', (total, chosen, phase) => {
	const indices = Array.from({ length: total }, (_, index) => index);
	expect(indices.filter((index) => isSpread(index, total, chosen, phase))).toHaveLength(chosen);
});

test('the generator of a thing depends on every part of its name', () => {
	const draws = [
		rng(7, 'tune', 1),
		rng(8, 'tune', 1),
		rng(7, 'tune', 2),
		rng(7, 'setting', 1),
		rng(7, 'tune', 1, 1),
		rng(7, 'tune', 1, 0, 1),
	].map((random) => random.next());
	expect(new Set(draws).size).toBe(draws.length);
	expect(rng(7, 'tune', 1).next()).toBe(draws[0]);
});

test('at full scale the counts are near those of the real upstream', () => {
	const { tables, pages, tunes, comments } = announce(createWorld(7, 1, 1));
	const near: [number, number][] = [
		[tables.tunes, 55_000],
		[tunes, 23_000],
		[tables.aliases, 29_000],
		[tables.tune_popularity, 11_400],
		[tables.recordings, 70_000],
		[tables.sessions, 2_100],
		[tables.events, 8_200],
		[tables.sets, 200_000],
		[pages.sessions, 7_500],
		[pages.discussions, 44_000],
		[comments, 630_000],
	];
	for (const [found, wanted] of near) expect(Math.abs(found / wanted - 1)).toBeLessThan(0.03);
});

test('settings and comments are about as long as real ones', () => {
	const world = createWorld(7, 0.05, 1);
	const bodies = Array.from({ length: 1000 }, (_, n) => settingAt(world, tuneAt(world, n), 0).abc);
	const heads = bodies.map(
		(abc) => abc.replace(/"[^"]*"|\{[^}]*\}/g, '').match(/[A-Ga-g]/g)?.length,
	);
	expect(mean(heads.map((count) => count ?? 0))).toBeGreaterThan(85);
	expect(mean(heads.map((count) => count ?? 0))).toBeLessThan(110);
	const comments = Array.from({ length: 500 }, (_, n) =>
		commentsOf(world, 'discussions', n, '2010-01-01 00:00:00'),
	).flat();
	expect(mean(comments.map(({ html }) => html.length))).toBeGreaterThan(200);
	expect(mean(comments.map(({ html }) => html.length))).toBeLessThan(300);
	expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length);
});

test('drawn anew next week, a page that is not announced as changed is the same', () => {
	const after = createWorld(7, 0.002, 2);
	const pages = new Map([...allPages(after)].map(({ path, body }) => [path, body]));
	const gone = new Set(removedPaths(after));
	const before = [...allPages(createWorld(7, 0.002, 1))].filter(({ path }) => !gone.has(path));
	const other = before.filter(({ path, body }) => pages.get(path) !== body);
	const fronts = 5;
	expect(other).toHaveLength(announce(after).changed + fronts);
	expect(pages.size - before.length).toBe(announce(after).added);
});
