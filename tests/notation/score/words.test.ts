import { describe, expect, it } from 'vitest';
import { howToRead, scoreInWords } from '../../../src/notation/score/words.ts';
import { written } from './written.ts';

type Options = Parameters<typeof written>[1];

/** The words of the first bar; what follows makes quavers the common length. */
function words(bar: string, options?: Options): string | undefined {
	const score = written(`${bar}|AAAAAAAA|AAAAAAAA|`, options);
	return scoreInWords(score)[0]?.bars[0]?.words;
}

function labels(body: string, options?: Options): string[] {
	return scoreInWords(written(body, options)).flatMap(({ part, bars }) => [
		part,
		...bars.map(({ label }) => label),
	]);
}

describe('notes in words', () => {
	it.each([
		['DEFG', 'D, E, F sharp, G'],
		['=F^G_B=c', 'F natural, G sharp, B flat, C natural'],
		['^^F__B', 'F double sharp, B double flat'],
		['^/G_/A', 'G half sharp, A half flat'],
		['^G=G', 'G sharp, G natural'],
	])('names: %s', (bar, expected) => {
		expect(words(bar)).toBe(expected);
	});

	it.each([
		['C, the seventh of the octave below', 'CDBcd', 'low C sharp, middle D, B, C sharp, high D'],
		['an octave holds', 'defg', 'high D, E, F sharp, G'],
		['until another', 'dBdB', 'high D, middle B, high D, middle B'],
		['up to the third', "bd'", 'high B, very high D'],
		['down to the fiddle', 'G,A,D', 'low G, A, middle D'],
		['and below it', 'C,D', 'very low C sharp, middle D'],
		['by the letter, not the sound', '^B_d', 'B sharp, high D flat'],
	])('octaves: %s', (_, bar, expected) => {
		expect(words(bar)).toBe(expected);
	});

	it('starts each bar anew', () => {
		const [part] = scoreInWords(written('dddd dddd|dddd dddB|BBBB BBBB|'));
		expect(part?.bars.map((bar) => bar.words.split(', ')[0])).toEqual(['high D', 'high D', 'B']);
	});

	it.each([
		['D2E', 'D crotchet, E'],
		['D3E', 'D dotted crotchet, E'],
		['D>E', 'D dotted quaver, E semiquaver'],
		['D4E8', 'D minim, E semibreve'],
		['D7', 'D double-dotted minim'],
		['D/E//', 'D semiquaver, E demisemiquaver'],
		['D5E9', 'D 5 quavers, E 9 quavers'],
		['z2D', 'rest crotchet, D'],
	])('lengths: %s', (bar, expected) => {
		expect(words(bar)).toBe(expected);
	});

	it.each([
		['(3ABc d', 'triplet A B C sharp, high D'],
		['(3ABc(3dcB', 'triplet A B C sharp, triplet high D middle C sharp B'],
		['(3A/B/c/d', 'semiquaver triplet A B C sharp, high D'],
		['(3A2B2c2d', 'crotchet triplet A B C sharp, high D'],
		['(3:2:2A2B', 'triplet A crotchet B'],
		['(3AzB', 'triplet A rest B'],
		['"G"{d}(3ABc', 'chord G major, grace high D, triplet middle A B C sharp'],
		['(2AB(5ABcBA', 'duplet A B, quintuplet A B C sharp B A'],
		['(7ABcdcBA', 'tuplet of 7 A B C sharp high D middle C sharp B A'],
	])('tuplets: %s', (bar, expected) => {
		expect(words(bar)).toBe(expected);
	});

	it.each([
		['~G3A', 'roll on G dotted crotchet, A'],
		['{e}dB', 'grace high E, D, middle B'],
		['{gf}e', 'grace high G F sharp, E'],
		['.A uB vA', 'staccato on A, up bow on B, down bow on A'],
		['!trill!.A HB', 'trill and staccato on A, pause on B'],
		['SA !D.C.!B', 'segno, A, da capo, B'],
		['!mf!A !crescendo(!B', 'rather loud, A, getting louder, B'],
		['!style=x!A', 'A'],
		['[DA]2z', 'D with A crotchet, rest'],
		['A2-AB', 'A crotchet, tied A, B'],
		['"slow air"A"^hush"B', 'slow air, A, hush, B'],
		['"Em"E"A7"A"D/F#"F', 'chord E minor, E, chord A 7, A, chord D major over F sharp, F sharp'],
	])('what is done to them: %s', (bar, expected) => {
		expect(words(bar)).toBe(expected);
	});

	it('say what changes', () => {
		const score = written('DEFG ABcd|[K:F#m][M:3/4]AAA AAA|');
		expect(scoreInWords(score)[0]?.bars.map((bar) => bar.words.split(', A')[0])).toEqual([
			'D, E, F sharp, G',
			'key F sharp minor, metre 3/4',
		]);
		expect(words('A!D.C.!')).toBe('A, da capo');
	});
});

describe('labels', () => {
	const BAR = 'DEFG ABcd';
	it.each([
		['a plain part', `${BAR}|${BAR}|`, ['Part A', 'Bar 1', 'Bar 2']],
		['a pick-up', `|:A2|${BAR}:|`, ['Part A, repeated', 'Pick-up', 'Bar 1']],
		[
			'endings',
			`|:${BAR}|1 ${BAR}:|2 ${BAR}|]`,
			['Part A, repeated', 'Bar 1', 'Bar 2, first ending', 'Bar 2, second ending'],
		],
		[
			'endings for several passes',
			`|:${BAR}|1,3 ${BAR}:|2,4, ${BAR}:|`,
			[
				'Part A, repeated',
				'Bar 1',
				'Bar 2, first and third ending',
				'Bar 2, second and fourth ending',
			],
		],
		[
			'a row of passes, and words',
			`|:${BAR}|1-3 ${BAR}:|["last time" ${BAR}|]`,
			['Part A, repeated', 'Bar 1', 'Bar 2, first and second and third ending', 'Bar 2, last time'],
		],
		[
			'a named part',
			`P:B\n${BAR}||${BAR}|\nP:Coda\n${BAR}|`,
			['Part B', 'Bar 1', 'Part B 2', 'Bar 1', 'Coda', 'Bar 1'],
		],
		['nothing', '', []],
	])('%s', (_, body, expected) => {
		expect(labels(body)).toEqual(expected);
	});
});

it('says how to read it', () => {
	expect(howToRead(written('A2B2 c2d2|', { key: 'F#m', meter: '6/8' })).slice(0, 2)).toEqual([
		'F sharp minor, 6/8.',
		'A note without a length is a crotchet.',
	]);
	expect(howToRead(written('', { key: 'none', meter: 'none' }))).toHaveLength(2);
});
