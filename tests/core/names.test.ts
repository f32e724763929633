import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, fold, letterOf, slugify, sortKey } from '../../src/core/names.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('displayName', () => {
	it.each([
		['Heron, The', 'The Heron'],
		['Heron’s Nest, The', 'The Heron’s Nest'],
		['Rogha, An', 'An Rogha'],
		['Éanlaith, Na', 'Na Éanlaith'],
		['Long Road, A', 'A Long Road'],
		['  Heron, The  ', 'The Heron'],
		['Heron, the', 'the Heron'],
		['One, Two, The', 'The One, Two'],
		['The Heron', 'The Heron'],
		['Heron,The', 'Heron,The'],
		['Heron, Them', 'Heron, Them'],
		[', The', ', The'],
		['The', 'The'],
		['', ''],
	])('%j is shown as %j', (raw, shown) => {
		expect(displayName(raw)).toBe(shown);
	});

	it('keeps every character of a name, and gives back what a trailing article hid', () => {
		const plain = text.filter((name) => name.trim() !== '' && !/[\n\r\u2028\u2029]/u.test(name));
		fc.assert(
			fc.property(plain, fc.constantFrom('The', 'An', 'Na', 'A'), (name, article) => {
				expect(displayName(`${name.trim()}, ${article}`)).toBe(`${article} ${name.trim()}`);
			}),
		);
		fc.assert(
			fc.property(text, (name) => {
				const sorted = (value: string) => [...value.replaceAll(/[, ]/g, '')].sort().join('');
				expect(sorted(displayName(name))).toBe(sorted(name.trim()));
			}),
		);
	});
});

describe('fold', () => {
	it.each([
		['Óró', 'oro'],
		['Bríd’s', 'brids'],
		["Bríd's", 'brids'],
		['Bríd‘s Bridʼs Brid`s', 'brids brids brids'],
		['Séamus Ó Conghaile', 'seamus o conghaile'],
		['Ḃean ṫall', 'bean tall'],
		['  Jig -- No. 2 ', 'jig no 2'],
		['ﬁne', 'fine'],
		['Ёлка', 'елка'],
		['***', ''],
		['ŉ', 'n'],
	])('%j becomes %j', (name, folded) => {
		expect(fold(name)).toBe(folded);
	});

	it('gives letters and digits with single spaces, and the same again when folded again', () => {
		fc.assert(
			fc.property(text, (name) => {
				const folded = fold(name);
				expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
				expect(fold(folded)).toBe(folded);
			}),
		);
	});
});

describe('sortKey', () => {
	it.each([
		['The Heron', 'heron'],
		['An Rógaire Dubh', 'rogaire dubh'],
		['Na Ceannabháin Bhána', 'ceannabhain bhana'],
		['A Long Road', 'long road'],
		['Theatre Reel', 'theatre reel'],
		['Another', 'another'],
		['The', 'the'],
		['The A Team', 'a team'],
	])('%j sorts under %j', (name, key) => {
		expect(sortKey(name)).toBe(key);
	});

	it('files Irish names where a reader looks: Ó before words in O, Mac before Mc, as they are written', () => {
		const filed = [
			'An Bóthar Mór',
			'The Boyne',
			'Mac Conghaile’s',
			'MacMahon’s',
			'McMahon’s',
			'Na Móinte',
			'Ó Briain’s',
			'Oak Bank',
			'O’Brien’s',
			'Óró',
		];
		const byKey = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : 1);
		expect(filed.toReversed().sort(byKey)).toEqual(filed);
	});

	it('holds nothing that folding would change, and is empty only for names without letters', () => {
		fc.assert(
			fc.property(text, (name) => {
				const key = sortKey(name);
				expect(fold(key)).toBe(key);
				expect(key === '').toBe(fold(name) === '');
			}),
		);
	});

	it('sorts the raw and the shown form of a name alike', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[b-mo-s]{1,8}( [a-z]{1,8}){0,2}$/), (name) => {
				expect(sortKey(displayName(`${name}, The`))).toBe(sortKey(name));
			}),
		);
	});
});

it.each([
	['heron', 'h'],
	['7 herons', 'other'],
	['', 'other'],
	['ёлка', 'other'],
])('letterOf(%j) is %j', (key, letter) => {
	expect(letterOf(key)).toBe(letter);
});

describe('slugify', () => {
	it.each([
		['Séamus Ó Conghaile', 'seamus-o-conghaile'],
		["O'Brien", 'obrien'],
		['O’Brien', 'obrien'],
		['  --a//b..c?d#e%2F ', 'a-b-c-d-e-2f'],
		['../../etc/passwd', 'etc-passwd'],
		['日本', ''],
		['!', ''],
	])('%j becomes %j', (name, slug) => {
		expect(slugify(name)).toBe(slug);
	});

	it('gives one clean segment, and the same again when applied again', () => {
		fc.assert(
			fc.property(text, (name) => {
				const slug = slugify(name);
				expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
				expect(slugify(slug)).toBe(slug);
			}),
		);
	});
});
