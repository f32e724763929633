import { expect, test } from 'vitest';
import { foldedSaving, standingPosts } from '../../src/core/folding.ts';

const posts = (count: number, bytes = 237): number[] => Array<number>(count).fill(bytes);

test('the first posts stand on the page, the others fold', () => {
	expect(standingPosts(posts(100), 10)).toBe(10);
	expect(standingPosts(posts(100), 0)).toBe(0);
});

test('nothing folds where nothing is to, and no thread for a few short posts', () => {
	expect(standingPosts(posts(100), null)).toBe(100);
	expect(standingPosts(posts(10), 10)).toBe(10);
	expect(standingPosts(posts(12), 10)).toBe(12);
	expect(standingPosts([...posts(10), 9000], 10)).toBe(10);
});

test('a fold saves about two thirds of what is folded, and nothing where nothing folds', () => {
	expect(foldedSaving(posts(12), 10)).toBe(0);
	const saved = foldedSaving(posts(1010), 10);
	expect(saved / (1000 * 337)).toBeGreaterThan(0.6);
	expect(saved / (1000 * 337)).toBeLessThan(0.7);
});
