import { describe, expect, it } from 'vitest';
import { drawnAbc } from '../../../src/notation/abc.ts';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';
import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { readScore } from '../../../src/notation/score/score.ts';
import { transposeAbc, transposeKey } from '../../../src/notation/score/transpose.ts';
import { sampleSettings } from '../engraver/settings.ts';

const STEPS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6];

const wholeTune = (mode: string, body: string) =>
	drawnAbc({ meter: '4/4', mode, body: tidyAbc(body).body });

function pitches(abc: string): number[] {
	return readScore(parseAbc(abc).tune).parts.flatMap(({ bars }) =>
		bars.flatMap(({ events }) => events.flatMap((event) => event.pitches.map(({ midi }) => midi))),
	);
}

describe('transposeAbc', () => {
	it('moves every setting of the sample to all keys', () => {
		const refused = sampleSettings().flatMap(({ name, mode, abc }) =>
			STEPS.filter((step) => transposeAbc(wholeTune(mode, abc), step) === undefined).map(
				(step) => `${name} by ${step}`,
			),
		);
		expect(refused).toEqual([]);
	});

	it.each([
		['a key change within a line', 'GABc|[K:Dmaj]dfed|cAGF|'],
		['a key with its mode spelt out', 'GABc|\nK:F#minor\nFGAB|\nK:Gmajor\nGABc|'],
		['accidentals and naturals', '^c2=c2 _B2=B2|^f4 =f4|'],
		['chords of notes', '[GBd]4 "G"[DG]4|'],
	])('keeps the tune with %s', (_, body) => {
		const abc = wholeTune('Gmajor', body);
		for (const step of STEPS) {
			const moved = transposeAbc(abc, step);
			expect(moved && pitches(moved)).toEqual(pitches(abc).map((midi) => midi + step));
		}
	});

	it('refuses what abcjs would get wrong', () => {
		expect(transposeAbc(wholeTune('Dmajor', '^g2 G2 A4|'), 5)).toBeUndefined();
	});
});

describe('transposeKey', () => {
	it('spells a key as the staff will', () => {
		expect(transposeKey('Gmaj', 2)).toBe('Amaj');
		expect(transposeKey('Emin', 4)).toBe('G#min');
		expect(transposeKey('Dmix', -1)).toMatch(/^[CD][#b]mix$/);
	});
});
