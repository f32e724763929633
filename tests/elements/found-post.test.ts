import { expect, test } from 'vitest';
import { foundPost, placesTyped } from '../../src/elements/search/found-post.ts';

const words = (text: string): string[] => text.split(' ');
const at = (...locations: number[]) =>
	locations.map((location) => ({ location, balanced_score: 1 }));

const SHORT = {
	words: words('Which rosin? Dry rosin for me. Wet reeds, dry rosin: a <b> & so.'),
	posts: [
		{ id: 'comment1', from: 2 },
		{ id: 'comment2', from: 6 },
	],
};

test('the post where most of the words stand together, marked and escaped', () => {
	expect(foundPost(SHORT, at(3, 9))).toEqual({
		id: 'comment1',
		excerpt: 'Dry <mark>rosin</mark> for me.',
	});
	expect(foundPost(SHORT, at(9, 3, 8))).toEqual({
		id: 'comment2',
		excerpt: 'Wet reeds, <mark>dry</mark> <mark>rosin:</mark> a &lt;b&gt; &amp; so.',
	});
});

test('what counts more goes before what comes first', () => {
	const places = [...at(3), { location: 9, balanced_score: 2 }];
	expect(foundPost(SHORT, places)?.id).toBe('comment2');
});

test('where only the title has the words, the first post begins', () => {
	expect(foundPost(SHORT, at(1))).toEqual({ id: '', excerpt: 'Dry rosin for me.' });
	expect(foundPost(SHORT, [])).toBeUndefined();
});

test('of a long post 24 words around what was found, and none of the next', () => {
	const long = {
		words: Array.from({ length: 100 }, (_, n) => `w${n}`),
		posts: [
			{ id: 'a', from: 0 },
			{ id: 'b', from: 60 },
		],
	};
	const excerpt = (...places: number[]): string[] =>
		words((foundPost(long, at(...places))?.excerpt ?? '').replace(/<\/?mark>/g, ''));
	expect(excerpt(30)).toEqual(long.words.slice(19, 43));
	expect(excerpt(1)).toEqual(long.words.slice(0, 24));
	expect(excerpt(59)).toEqual(long.words.slice(36, 60));
	expect(excerpt(61)).toEqual(long.words.slice(60, 84));
	expect(excerpt(99)).toEqual(long.words.slice(76, 100));
	// Two that no excerpt can hold together are not better than one.
	expect(excerpt(10, 34)).toEqual(long.words.slice(0, 24));
	expect(excerpt(10, 80, 90)).toEqual(long.words.slice(74, 98));
});

test('on a page that is not as it was indexed, words that begin as was typed', () => {
	expect(placesTyped(SHORT, '"dry rosin"').map(({ location }) => location)).toEqual([
		1, 2, 3, 8, 9,
	]);
	expect(placesTyped(SHORT, '')).toEqual([]);
});
