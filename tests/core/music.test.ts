import { describe, expect, it } from 'vitest';
import { abcKey, isTuneType, keyLabel, parseMode, TUNE_TYPES } from '../../src/core/music.ts';

describe('modes', () => {
	it.each([
		['Gmajor', 'G', 'major', 'G major', 'Gmaj'],
		['Edorian', 'E', 'dorian', 'E dorian', 'Edor'],
		['Amixolydian', 'A', 'mixolydian', 'A mixolydian', 'Amix'],
		['Bminor', 'B', 'minor', 'B minor', 'Bmin'],
		['F#minor', 'F#', 'minor', 'F♯ minor', 'F#min'],
		['Bbmajor', 'Bb', 'major', 'B♭ major', 'Bbmaj'],
		['bminor', 'B', 'minor', 'B minor', 'Bmin'],
		['B♭ Major', 'Bb', 'major', 'B♭ major', 'Bbmaj'],
		[' F♯phrygian ', 'F#', 'phrygian', 'F♯ phrygian', 'F#phr'],
	])('%j is %s %s', (value, tonic, mode, label, key) => {
		expect(parseMode(value)).toEqual({ tonic, mode });
		expect(keyLabel(value)).toBe(label);
		expect(abcKey(value)).toBe(key);
	});

	it.each(['', 'G', 'Hmajor', 'Gmajorish', 'F##minor', 'major', '<b>Gmajor', 'G\nmajor!'])(
		'%j is none and stays as it is',
		(value) => {
			expect(parseMode(value)).toBeUndefined();
			expect(keyLabel(value)).toBe(value);
			expect(abcKey(value)).toBe(value);
		},
	);
});

it('knows the twelve types and nothing an object happens to have', () => {
	expect(Object.keys(TUNE_TYPES)).toHaveLength(12);
	expect(isTuneType('slip jig')).toBe(true);
	for (const stranger of ['constructor', 'toString', '__proto__', 'Reel', ''])
		expect(isTuneType(stranger)).toBe(false);
});
