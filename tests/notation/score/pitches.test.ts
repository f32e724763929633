import { describe, expect, it } from 'vitest';
import { eventsOf, spelled, written } from './written.ts';

describe('pitches', () => {
	it.each([
		['C', 'CDEF GABc', 'C4 D4 E4 F4 G4 A4 B4 C5'],
		['C', "C,B,cbc'", 'C3 B3 C5 B5 C6'],
		['D', 'CFcf', 'C#4 F#4 C#5 F#5'],
		['Gmin', 'BEbe', 'Bb4 Eb4 Bb5 Eb5'],
		['F#min', 'FGCD', 'F#4 G#4 C#4 D4'],
		['Amix', 'CFG', 'C#4 F#4 G4'],
		['Edor', 'CFG', 'C#4 F#4 G4'],
		['Dphr', 'BEA', 'Bb4 Eb4 A4'],
		['Hp', 'fcg', 'F#5 C#5 G5'],
		['HP', 'fcg', 'F#5 C#5 G5'],
		['none', 'fcg', 'F5 C5 G5'],
		['D exp _b', 'FB', 'F#4 Bb4'],
		['Dmin ^c', 'BCc', 'Bb4 C#4 C#5'],
		['G', '^^F__BF', 'F##4 Bbb4 F##4'],
	])('in %s, %s is %s', (key, body, expected) => {
		expect(spelled(written(`${body}|`, { key }))).toBe(expected);
	});

	it.each([
		['hold to the end of the bar', '^GG|G', 'G#4 G#4 G4'],
		['hold in their own octave', '^Gg|', 'G#4 G5'],
		['overrule the key', '=Ff|F', 'F4 F#5 F#4'],
		['are taken back', '^G=GG|', 'G#4 G4 G4'],
		['hold over the end of a line within a bar', '^GG\nG|G', 'G#4 G#4 G#4 G4'],
		['end with any bar line', '^G:|G||G|]', 'G#4 G4 G4'],
		['hold over a tie', '^G-|GG', 'G#4 G#4 G4'],
		['hold after a tie when written again', '^G-|^GG', 'G#4 G#4 G#4'],
		['of a grace note hold for the notes', '{^g}Gg|', 'G4 G#5'],
		['hold within a chord', '[G^c]=c[GB]c|', '[G4 C#5] C5 [G4 B4] C5'],
		['hold through rests', '^GzG|', 'G#4 z G#4'],
	])('accidentals %s', (_, body, expected) => {
		expect(spelled(written(body, { key: 'D' }))).toBe(expected);
	});

	it.each([
		['a field line', 'F|\nK:G\nF|\nK:Gm\nFB|', 'F#4 F#4 F4 Bb4'],
		['an inline field', 'Fc|[K:Am]Fc F|', 'F#4 C#5 F4 C5 F4'],
		['an inline field at the start', '[K:Am]FcF|', 'F4 C5 F4'],
	])('the key changes by %s', (_, body, expected) => {
		expect(spelled(written(body))).toBe(expected);
	});

	it('gives MIDI numbers, middle C being 60', () => {
		const midi = (body: string, key = 'C') =>
			eventsOf(written(body, { key })).map(({ pitches }) => pitches[0]?.midi);
		expect(midi("CDEFGABcc'B,C,|")).toEqual([60, 62, 64, 65, 67, 69, 71, 72, 84, 59, 48]);
		expect(midi('_C^B,|')).toEqual([59, 60]);
		// abcjs bends the natural by a quarter-tone.
		expect(midi('^/F_/F|')).toEqual([65, 65]);
	});

	it('knows what differs from the key', () => {
		const accidentals = (body: string) =>
			eventsOf(written(body)).map(({ pitches }) => pitches[0]?.accidental);
		expect(accidentals('F=FF|F^FF|')).toEqual([false, true, true, false, true, false]);
	});
});
