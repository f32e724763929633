import { describe, expect, it } from 'vitest';
import {
	INSTRUMENTS,
	isInstrument,
	sampleFor,
	samplesOf,
	type Instrument,
} from '../../../src/elements/player/sound.ts';

const SEMITONE = 2 ** (1 / 12);
const names = Object.keys(INSTRUMENTS) as Instrument[];

describe('sampleFor', () => {
	it.each([
		['flute', 55, 55, 1],
		['flute', 56, 55, SEMITONE],
		['flute', 57, 58, 1 / SEMITONE],
		['flute', 54, 55, 1 / SEMITONE],
		['flute', 89, 88, SEMITONE],
		['banjo', 69, 70, 1 / SEMITONE],
		['flute', 56.4, 55, SEMITONE ** 1.4],
		['flute', 56.6, 58, SEMITONE ** -1.4],
		['piano', 36, 37, 1 / SEMITONE],
		['piano', 54, 55, 1 / SEMITONE],
		['fiddle', 43, 55, 0.5],
		['fiddle', 100, 88, 2],
	] as const)('plays %s %d from sample %d, %d times as fast', (instrument, midi, sample, rate) => {
		expect(sampleFor(instrument, midi)).toEqual({
			sample,
			rate: expect.closeTo(rate, 10) as number,
		});
	});

	it.each(names)('shifts no note of the %s by more than a semitone', (name) => {
		const { lowest, highest } = INSTRUMENTS[name];
		const samples = samplesOf(name);
		for (let midi = lowest - 1; midi <= highest + 1; midi++) {
			const { sample } = sampleFor(name, midi);
			expect(samples).toContain(sample);
			expect(Math.abs(midi - sample)).toBeLessThanOrEqual(1);
		}
	});

	it('has one grid for all instruments', () => {
		const grid = new Set(samplesOf('piano'));
		for (const name of names) expect(samplesOf(name).every((midi) => grid.has(midi))).toBe(true);
	});
});

it.each([
	['flute', true],
	['piano', true],
	['toString', false],
	['Flute', false],
	['', false],
	[null, false],
])('%j is an instrument: %j', (value, expected) => {
	expect(isInstrument(value)).toBe(expected);
});
