import { describe, expect, it } from 'vitest';
import { keyChoices } from '../../../src/elements/player/session-keys.ts';

describe('keyChoices', () => {
	it('has all twelve keys, the own first, each once', () => {
		for (const mode of ['Gmajor', 'Edorian', 'F#minor', 'Bbmajor', 'Amixolydian', 'Dlydian']) {
			const choices = keyChoices(mode);
			expect(choices[0]).toMatchObject({ semitones: 0, common: true });
			const steps = choices.map(({ semitones }) => semitones).sort((a, b) => a - b);
			expect(steps).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
		}
	});

	it('names the common keys of the mode next', () => {
		const common = keyChoices('Adorian').filter((choice) => choice.common);
		expect(common.map(({ name, semitones }) => [name, semitones])).toEqual([
			['A dorian', 0],
			['E dorian', -5],
			['D dorian', 5],
			['G dorian', -2],
			['B dorian', 2],
		]);
	});

	it('has none for a mode it cannot read', () => {
		expect(keyChoices('none')).toEqual([]);
	});
});
