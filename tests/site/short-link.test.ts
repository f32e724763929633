import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkShortener } from '../../src/site/short-link.ts';

test.each([
	['/tunes/27.html', '/tunes/3037', '3037'],
	['/tunes/27.html', '/tunes/', './'],
	['/tunes/27.html', '/tunes/types/reel', 'types/reel'],
	['/tunes/27.html', '/tunes/27#setting9', '#setting9'],
	['/tunes/27.html', '/tunes/271#setting9', '271#setting9'],
	['/tunes/27.html', '/tunes/#x', './#x'],
	['/tunes/27.html', '/members/ann', '/members/ann'],
	['/tunes/27.html', '/', '/'],
	['/tunes/', '/tunes/popular', 'popular'],
	['/tunes/popular/2.html', '/tunes/popular', '../popular'],
	['/', '/search?q=a:b', 'search?q=a:b'],
	['/a/b.html', '/a/c:d', './c:d'],
	['/mirror/tunes/27.html', '/mirror/members/ann', '../members/ann'],
	['/mirror/tunes/27.html', '/mirror/', '../'],
	['/mirror/tunes/27.html', '/elsewhere', '/elsewhere'],
])('on %s, %s is %s', (page, link, short) => {
	expect(linkShortener(page)(link)).toBe(short);
});

test.each([
	['/mirror/discussions/12#comment3', '#comment3'],
	['/mirror/discussions/13', '/mirror/discussions/13'],
	['/mirror/', '/mirror/'],
])('in a folder of its own, where hosts may or may not add a slash, %s is %s', (link, short) => {
	expect(linkShortener('/mirror/discussions/12.html', true)(link)).toBe(short);
});

test('leads where the link led', () => {
	const name = fc.string({ unit: fc.constantFrom(...'ab1:.?#'), maxLength: 3 });
	const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`);
	const plain = path.map((text) => text.replaceAll(/[?#:.]/g, 'c').replaceAll(/\/+/g, '/'));
	fc.assert(
		fc.property(plain, plain, fc.constantFrom('', '#a', '?b', '#a:b/c'), (page, target, tail) => {
			const origin = 'https://mirror.example';
			const link = target + tail;
			const short = linkShortener(`${page}.html`.replace('/.html', '/'))(link);
			const here = origin + page;
			expect(new URL(short, here).href).toBe(new URL(link, here).href);
			expect(short.length).toBeLessThanOrEqual(link.length);
		}),
		{ numRuns: 1000 },
	);
});
