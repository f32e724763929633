import { expect, test } from 'vitest';
import { pagerOf, pagesOf } from '../../../src/site/views/pager.ts';
import { pathsOf } from '../../../src/site/views/paths.ts';

test.each([
	[0, 0],
	[1, 1],
	[100, 1],
	[101, 2],
	[1000, 10],
])('%i things take %i pages of a hundred', (total, pages) => {
	expect(pagesOf(total, 100)).toBe(pages);
});

test.each([
	[1, 1, [1, 50], [null, null, null, null]],
	[1, 2, [1, 100], [null, null, '/l/2', null]],
	[1, 5, [1, 100], [null, null, '/l/2', '/l/5']],
	[2, 5, [101, 200], [null, '/l', '/l/3', '/l/5']],
	[3, 5, [201, 300], ['/l', '/l/2', '/l/4', '/l/5']],
	[4, 5, [301, 400], ['/l', '/l/3', '/l/5', null]],
	[5, 5, [401, 450], ['/l', '/l/4', null, null]],
])('page %i of %i', (page, pages, [from, to], [first, previous, next, last]) => {
	expect(pagerOf('/l', pages * 100 - 50, 100, page)).toMatchObject({
		...{ page, pages, from, to },
		...{ first, previous, next, last },
	});
});

test('a page’s key follows what it shows and what is around it', () => {
	const keyOf = (chrome: unknown, view: unknown): string | undefined =>
		pathsOf(chrome, [1], String, () => view)[0]?.cacheKey;
	expect(keyOf('chrome', { a: 1 })).toBe(keyOf('chrome', { a: 1 }));
	expect(keyOf('chrome', { a: 1 })).not.toBe(keyOf('chrome', { a: 2 }));
	expect(keyOf('chrome', { a: 1 })).not.toBe(keyOf('other chrome', { a: 1 }));
});
