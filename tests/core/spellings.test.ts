import { describe, expect, it } from 'vitest';
import { majorityName, mostUsed, spellingKey } from '../../src/core/spellings.ts';

describe('spellingKey', () => {
	it.each([
		['Nell Ó Cuinn', 'Nell O Cuinn'],
		['Nell\u00A0 Ó Cuinn', 'nell ó cuinn'],
		['Co. Clare', 'Co Clare'],
		['O’Heron', "O'Heron"],
		['Baden-Württemberg', 'Baden Württemberg'],
		['Bríd', 'Bri\u0301d'],
		['“Red” Heron', '"Red" Heron'],
		['Ørland', 'ORLAND'],
		['\u200BHeron\u200E', 'Heron'],
		['❤\uFE0F', '❤'],
	])('%j and %j are one', (a, b) => {
		expect(spellingKey(a)).toBe(spellingKey(b));
	});

	it.each([
		['C#', 'C'],
		['Co. Clare', 'Clare'],
		['?', ''],
		['?', '!'],
		['...', '-'],
		['Heron & Crane', 'Heron Crane'],
		['Иван', 'Иваи'],
		['Иваи', 'Ивай'],
		['ハ', 'パ'],
		['日本', '本日'],
		['🎻', '🪕'],
		['slip/jig', 'slip jig'],
		['NULL', ''],
	])('%j and %j are two', (a, b) => {
		expect(spellingKey(a)).not.toBe(spellingKey(b));
	});
});

it('shows the spelling that is used most, of those used as often the first by code units', () => {
	expect(mostUsed(['b', 'a', 'b'])).toBe('b');
	expect(mostUsed(['b', 'a', 'B'])).toBe('B');
	expect(mostUsed([])).toBeUndefined();
	expect(majorityName(['O’Heron', "O'Heron", 'Crane', 'Crane', 'O’Heron'])).toBe('O’Heron');
	expect(majorityName(['O’Heron', "O'Heron", "O' Heron"])).toBe("O'Heron");
});
