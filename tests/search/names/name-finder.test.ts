import { describe, expect, it } from 'vitest';
import { markWords } from '../../../src/search/names/mark-words.ts';
import { NameFinder } from '../../../src/search/names/name-finder.ts';
import { nameGroups } from '../../../src/search/names/name-groups.ts';
import type { Named, NameKind } from '../../../src/search/names/name-table.ts';
import { writeTable } from '../../../src/search/names/write-table.ts';

/** Tunes with their other names, the first in the most tunebooks. */
const TUNES: [name: string, ...aliases: string[]][] = [
	['The Blue Heron', 'An Chorr Ghorm'],
	['Heron'],
	['The Heron’s Nest', 'Nead na Coirre'],
	['Over the Heronry'],
	['MacColgan’s', 'O’Shiel’s Delight'],
	['Rise & Shine'],
	['The Glenroe Half-Door'],
	['Snámh na Rón'],
];

function named(kind: NameKind, lists: readonly (readonly string[])[]): Named[] {
	return lists.map(([name = '', ...aliases], n) => ({
		id: kind === 'artists' ? null : n + 1,
		slug: '',
		names: [name, ...aliases],
		about: kind === 'tunes' ? [['slip jig'], ['Edorian', 'Dmajor']] : [['Some', 'Town']],
		known: kind === 'tunes' ? 100 - n : 0,
	}));
}

const tunes = await NameFinder.open('tunes', [writeTable('tunes', named('tunes', TUNES))]);
const found = (text: string): string[] => tunes.find(text, 5).map(({ name }) => name);

describe('the order of what is found', () => {
	it('exact, beginning, beginning of a word, inside; the best known first', () => {
		expect(tunes.find('the heron', 5).map(({ name, closeness }) => [name, closeness])).toEqual([
			['Heron', 'exact'],
			['The Heron’s Nest', 'prefix'],
			['The Blue Heron', 'word'],
			['Over the Heronry', 'word'],
		]);
		expect(tunes.find('eron', 5).map(({ closeness }) => closeness)).toEqual(
			Array(4).fill('inside'),
		);
		expect(tunes.find('h', 2).map(({ name }) => name)).toEqual(['Heron', 'The Heron’s Nest']);
	});

	it('words in any order, without the small ones', () => {
		expect(found('heron blue')).toEqual(['The Blue Heron']);
		expect(found('nest of the heron')).toEqual(['The Heron’s Nest']);
		expect(found('door glen')).toEqual(['The Glenroe Half-Door']);
	});

	it.each([
		['blu heron', 'The Blue Heron'],
		['bleu heron', 'The Blue Heron'],
		['blue hreon', 'The Blue Heron'],
		['teh blue heron', 'The Blue Heron'],
		['glenrow halfdoors', 'The Glenroe Half-Door'],
		['snav na ron', 'Snámh na Rón'],
		['halfdoor glenro', 'The Glenroe Half-Door'],
		['half dorr glenroo', 'The Glenroe Half-Door'],
	])('%j is near enough to %j', (typed, name) => {
		expect(found(typed)).toContain(name);
	});

	it.each([
		['mc colgan', 'MacColgan’s'],
		['maccolgans', 'MacColgan’s'],
		['rise and', 'Rise & Shine'],
		['snamh', 'Snámh na Rón'],
		['shiel', 'MacColgan’s'],
		['oshiels delight', 'MacColgan’s'],
	])('%j finds %j', (typed, name) => {
		expect(found(typed)[0]).toBe(name);
	});

	it('tells the alias that was meant, and each thing once', () => {
		expect(tunes.find('an chorr', 5)).toEqual([
			{
				kind: 'tunes',
				address: '/tunes/1',
				name: 'The Blue Heron',
				alias: 'An Chorr Ghorm',
				detail: 'slip jig',
				keys: ['Edorian', 'Dmajor'],
				known: 100,
				closeness: 'prefix',
			},
		]);
		expect(found('heron').filter((name) => name === 'The Blue Heron')).toHaveLength(1);
	});

	it.each(['', ' ', '…', 'zzzz', 'zzzzzzzzzz yyyyyy'])('%j finds nothing', (typed) => {
		expect(found(typed)).toEqual([]);
	});
});

it('takes thousands of words for none', () => {
	expect(found('a '.repeat(5000))).toEqual([]);
	expect(found('the to she '.repeat(1000))).toEqual([]);
});

it('takes a thing once that two tables have', async () => {
	const table = writeTable('tunes', named('tunes', TUNES));
	const finder = await NameFinder.open('tunes', [table, table]);
	expect(finder.size).toBe(TUNES.length);
});

it('has addresses for artists, by their own slug where the name gives another', async () => {
	const artists: Named[] = [
		{ id: null, slug: 'the-gate', names: ['The Gate'], about: [], known: 2 },
		{ id: null, slug: 'the-gate-2', names: ['The Gate!'], about: [], known: 1 },
	];
	const finder = await NameFinder.open('artists', [writeTable('artists', artists)]);
	expect(finder.find('gate', 5).map(({ address }) => address)).toEqual([
		'/recordings/artists/the-gate',
		'/recordings/artists/the-gate-2',
	]);
});

describe('nameGroups', () => {
	it('begins with the kind that is closest, and leaves out what is only alike', async () => {
		const sessions = await NameFinder.open('sessions', [
			writeTable('sessions', named('sessions', [['Snamh'], ['The Herron Arms']])),
		]);
		const kinds = (text: string) => nameGroups([tunes, sessions], text).map(({ kind }) => kind);
		expect(kinds('snamh')).toEqual(['sessions', 'tunes']);
		expect(kinds('heron')).toEqual(['tunes']);
		expect(kinds('herron')).toEqual(['sessions']);
		expect(kinds('snahm')).toEqual(['tunes', 'sessions']);
	});
});

describe('markWords', () => {
	it('marks the words that were begun, and keeps the name whole', () => {
		expect(markWords('The Blue Heron', 'her bl')).toEqual([
			{ text: 'The ', typed: false },
			{ text: 'Blue', typed: true },
			{ text: ' ', typed: false },
			{ text: 'Heron', typed: true },
		]);
		expect(markWords('Over O Shiel', 'o shiel')).toEqual([
			{ text: 'Over ', typed: false },
			{ text: 'O', typed: true },
			{ text: ' ', typed: false },
			{ text: 'Shiel', typed: true },
		]);
	});
});
