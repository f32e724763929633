import { describe, expect, it } from 'vitest';
import { playability } from '../../../src/site/views/playability.ts';
import { fingering } from '../../../src/notation/score/fingering.ts';
import { rangeOf } from '../../../src/notation/score/range.ts';
import { written } from '../../notation/score/written.ts';

const verdicts = (body: string, key = 'D') =>
	playability(rangeOf(written(body, { key })).notes)
		.map(({ verdict }) => verdict)
		.join(', ');

describe('fits', () => {
	it('names six instruments', () => {
		expect(playability([]).map(({ instrument }) => instrument)).toEqual([
			'D whistle',
			'low D',
			'C whistle',
			'keyless flute',
			'first-position fiddle',
			'B/C box',
		]);
	});

	it.each([
		['two octaves of D', "DEFGABcdefgabc'd'", 'D', 'yes, yes, no, yes, no, no'],
		['D to high B', 'DEFGABcdefgab', 'D', 'yes, yes, with half-holes, yes, yes, yes'],
		['both kinds of C', 'DEFGAB=cdef=c', 'G', 'yes, yes, with half-holes, yes, yes, yes'],
		[
			'F natural',
			'DEFGABcdefg',
			'Ddor',
			'with half-holes, with half-holes, yes, with half-holes, yes, yes',
		],
		[
			'G sharp',
			'EA^GA',
			'A',
			'with half-holes, with half-holes, with half-holes, with half-holes, yes, yes',
		],
		['middle C', 'CDEFGABc', 'C', 'no, no, yes, no, yes, yes'],
		['B flat on a C whistle', 'CDEFGABc', 'F', 'no, no, yes, no, yes, yes'],
		['low G', 'G,A,B,DGB', 'G', 'no, no, no, no, yes, yes'],
		['a note under the fiddle', '^F,G,', 'G', 'no, no, no, no, no, yes'],
		['very high C', "gabc'", 'G', 'yes, yes, yes, yes, with a stretch, yes'],
		['very high E', "d'e'", 'D', 'no, no, no, no, no, no'],
	])('%s', (_, body, key, expected) => {
		expect(verdicts(body, key)).toBe(expected);
	});

	it('says which notes are in the way', () => {
		const ways = playability([59, 62, 65]).map(({ notes }) => notes);
		expect(ways).toEqual([[59], [59], [59], [59], [], []]);
		expect(playability([62, 65, 68]).map(({ notes }) => notes)[0]).toEqual([65, 68]);
	});

	it('agrees with the fingering of the whistles', () => {
		for (const [index, whistle] of (['D', 'low D', 'C'] as const).entries()) {
			for (let midi = 50; midi <= 100; midi += 1) {
				const holes = fingering(midi, whistle);
				const byHoles = !holes ? 'no' : holes.includes('◐') ? 'with half-holes' : 'yes';
				expect([midi, playability([midi])[index]?.verdict]).toEqual([midi, byHoles]);
			}
		}
	});
});
