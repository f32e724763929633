import { describe, expect, it } from 'vitest';
import { NameFinder } from '../../../src/search/names/name-finder.ts';
import { writeTable } from '../../../src/search/names/write-table.ts';
import { findTunes, numbersIn } from '../../../src/elements/my-tunes/book/find-tunes.ts';
import { pastedList } from '../../../src/elements/my-tunes/book/pasted-list.ts';

const TUNES: [id: number, ...names: string[]][] = [
	[27, 'The Blue Heron', 'An Chorr Ghorm'],
	[31, 'The Weir'],
	[40, 'The Weir'],
	[52, 'Snow, Rain And Wind', 'The Weather'],
	[60, 'Weather', 'The Gannet'],
];

const finder = await NameFinder.open('tunes', [
	writeTable(
		'tunes',
		TUNES.map(([id, ...names], n) => ({
			id,
			slug: '',
			names,
			about: [['slip jig'], ['Edorian']],
			known: 100 - n,
		})),
	),
]);

function told(text: string): { found: number[]; unclear: [string, number[]][] } {
	const { found, unclear } = findTunes(text, finder);
	return {
		found: found.map(({ tune }) => tune),
		unclear: unclear.map(({ text: name, choices }) => [name, choices.map(({ tune }) => tune)]),
	};
}

describe('a pasted list', () => {
	it('is taken apart at lines, commas and the like', () => {
		expect(pastedList('1. Heron, The\n\n • a; b / c\n---\n27, 31@5')).toEqual([
			{ text: 'Heron, The', pieces: ['Heron, The'], beside: [] },
			{ text: 'a', pieces: ['a'], beside: [] },
			{ text: 'b', pieces: ['b'], beside: [] },
			{ text: 'c', pieces: ['c'], beside: [] },
			{ ref: { tune: 27, setting: null } },
			{ ref: { tune: 31, setting: 5 } },
		]);
	});

	it('gives its links, whatever stands around them', () => {
		const refs = pastedList(
			'The Heron (https://thesession.org/tunes/27#setting41), lovely\n' +
				'https://m.example/mine?tunes=31,40@2&set=27',
		);
		expect(refs).toEqual([
			{ ref: { tune: 27, setting: 41 } },
			{ ref: { tune: 31, setting: null } },
			{ ref: { tune: 40, setting: 2 } },
			{ ref: { tune: 27, setting: null } },
		]);
	});
});

describe('its tunes', () => {
	it('are found by name and other names, accents or not, with what is known of them', () => {
		expect(told('Blue Heron, The\nan chorr ghorm')).toEqual({ found: [27, 27], unclear: [] });
		expect(findTunes('27#x\ntunes/27#setting9', finder).found).toEqual([
			{ tune: 27, setting: 9, name: 'The Blue Heron', type: 'slip jig', key: 'E dorian' },
		]);
	});

	it('go by the name before an other name', () => {
		expect(told('The Weather')).toEqual({ found: [60], unclear: [] });
	});

	it('are one where the comma is part of the name, else as many as there are pieces', () => {
		expect(told('Snow, Rain and Wind')).toEqual({ found: [52], unclear: [] });
		expect(told('Blue Heron, The Gannet')).toEqual({ found: [27, 60], unclear: [] });
	});

	it('are both of a number and a name in one line, unless the name is its own', () => {
		expect(told('27, Gannet')).toEqual({ found: [27, 60], unclear: [] });
		expect(told('The Gannet, https://m.example/tunes/27')).toEqual({
			found: [60, 27],
			unclear: [],
		});
		expect(told('Blue Heron, The, tunes/27\nThe Weir, 40')).toEqual({
			found: [27, 40],
			unclear: [],
		});
		expect(findTunes('27\nqqqqqq\n27\nThe Weir', finder).unclear.map(({ at }) => at)).toEqual([
			1, 2,
		]);
	});

	it('are those of numbers and links where there are no names', () => {
		const { found, waiting } = numbersIn('27@5, The Weir\nGannet, The');
		expect(found).toEqual([{ tune: 27, setting: 5, name: '', type: '', key: '' }]);
		expect(waiting).toEqual(['The Weir', 'Gannet, The']);
	});

	it('are left to the reader where the name says no single one', () => {
		expect(told('The Weir\nBlue Hern\nqqqqqq\ntunes/99\n27')).toEqual({
			found: [27],
			unclear: [
				['The Weir', [31, 40]],
				['Blue Hern', [27]],
				['qqqqqq', []],
				['tunes/99', [99]],
			],
		});
	});
});
