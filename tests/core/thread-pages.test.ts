import { expect, test } from 'vitest';
import { cutThread, THREAD_PAGE } from '../../src/core/thread-pages.ts';

const most = { posts: 3, bytes: 100, frame: 10 };
const cut = (lengths: number[]): [number, number][] =>
	cutThread(lengths, most).map(({ from, to }) => [from, to]);

test.each<[string, number[], [number, number][]]>([
	['nothing is one page', [], [[1, 0]]],
	['what fits is one page', [1, 1, 1], [[1, 3]]],
	['too many posts are two', [1, 1, 1, 1], [[1, 3], [4, 4]]], // prettier-ignore
	['too many bytes are two', [40, 40, 1], [[1, 2], [3, 3]]], // prettier-ignore
	['one that is too long alone stands alone', [1, 500, 1], [[1, 1], [2, 2], [3, 3]]], // prettier-ignore
	['a long first one makes no empty page', [500, 1], [[1, 1], [2, 2]]], // prettier-ignore
])('%s', (_, lengths, pages) => {
	expect(cut(lengths)).toEqual(pages);
});

test('posts that are added change the last page only', () => {
	const lengths = Array.from({ length: 50 }, (_, n) => (n * 37) % 60);
	for (let more = 1; more <= 50; more++) {
		const before = cut(lengths.slice(0, more - 1)).slice(0, -1);
		expect(cut(lengths.slice(0, more)).slice(0, before.length)).toEqual(before);
	}
});

test('3,000 usual posts are six pages', () => {
	expect(cutThread(Array<number>(3000).fill(237), THREAD_PAGE)).toHaveLength(6);
});
