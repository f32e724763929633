import { describe, expect, it } from 'vitest';
import { foldTyped } from '../../../src/search/names/fold-words.ts';

const letters = (text: string): string => foldTyped(text).letters;

describe('names that are the same to whoever looks for them', () => {
	it.each([
		['The Heron', 'heron'],
		['Heron, The', 'The Heron'],
		['An Rón', 'ron'],
		['Na Rónta', 'ronta'],
		['MacColgan’s', 'mccolgans'],
		['Mac Colgan', 'McColgan'],
		['O’Shiel’s', "O'Shiel's"],
		['Ó Siadhail', 'o siadhail'],
		['OShiel', 'O’Shiel'],
		['Rise & Shine', 'rise and shine'],
		['M’Colgan', 'Mac Colgan'],
		['O‘Shiel', 'Ó Shiel'],
		['A.J.’s', 'AJ’s'],
		['A-10', 'a10'],
		['Half-Door', 'half door'],
		['Halfdoor', 'Half-Door'],
		['  the   heron ', 'HERON'],
		['“The Heron”', 'the heron'],
	])('%j and %j', (one, other) => {
		expect(letters(one)).toBe(letters(other));
	});

	it.each([
		['The', 'the'],
		['A', 'a'],
		['Theresa', 'theresa'],
		['The The', 'the'],
	])('an article that is all there is stays: %j', (name, folded) => {
		expect(letters(name)).toBe(folded);
	});

	it('has no letters for what has none', () => {
		expect(foldTyped(' … ')).toEqual({ words: [], letters: '' });
	});

	it('begins a word after the O of a family', () => {
		expect(foldTyped('O’Shiel').words).toEqual(['o', 'shiel']);
		expect(foldTyped('Heron’s').words).toEqual(['herons']);
	});
});
