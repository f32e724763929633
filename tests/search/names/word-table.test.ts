import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listsOf, toWordTable, wordsOf } from '../../../src/search/names/word-table.ts';

const word = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
	.filter((text) => !/\n/.test(text));
const things = fc.array(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), {
	minLength: 1,
});

function readBack(lettered: ReturnType<typeof toWordTable>): string[][][] {
	const words = lettered.words.split('\n');
	return listsOf(lettered).map((groups) => groups.map((group) => wordsOf(words, group)));
}

it('gives back every word of every group', () => {
	fc.assert(
		fc.property(things, (lists) => {
			expect(readBack(toWordTable(lists))).toEqual(lists);
		}),
	);
});

it('has letters for more words than two bytes, or the surrogates leave room for', () => {
	const lists = Array.from({ length: 70_000 }, (_, n) => [[`w${n}`, 'the']]);
	expect(readBack(toWordTable(lists))).toEqual(lists);
});

it('gives the most frequent words the shortest letters', () => {
	const lists = Array.from({ length: 500 }, (_, n) => [[`w${n}`, 'the']]);
	const { words, text } = toWordTable(lists);
	const place = words.split('\n').indexOf('the');
	expect(place).toBeLessThan(91);
	expect(Buffer.byteLength(text)).toBeLessThan(500 * 4);
});

it('is nothing for nothing', () => {
	expect(listsOf(toWordTable([]))).toEqual([]);
});
