import { describe, expect, it } from 'vitest';
import { fingering, WHISTLES } from '../../../src/notation/score/fingering.ts';

const chart = (midi: number, whistle: Parameters<typeof fingering>[1]) =>
	fingering(midi, whistle)?.join('') ?? null;

describe('the chart of the D whistle', () => {
	it.each([
		['C sharp below', 61, null],
		['D', 62, '●●●●●●'],
		['E flat', 63, '●●●●●◐'],
		['E', 64, '●●●●●○'],
		['F', 65, '●●●●◐○'],
		['F sharp', 66, '●●●●○○'],
		['G', 67, '●●●○○○'],
		['G sharp', 68, '●●◐○○○'],
		['A', 69, '●●○○○○'],
		['B flat', 70, '●◐○○○○'],
		['B', 71, '●○○○○○'],
		['C', 72, '○●●○○○'],
		['C sharp', 73, '○○○○○○'],
		['high D', 74, '○●●●●●+'],
		['high E flat', 75, '●●●●●◐+'],
		['high E', 76, '●●●●●○+'],
		['high F', 77, '●●●●◐○+'],
		['high F sharp', 78, '●●●●○○+'],
		['high G', 79, '●●●○○○+'],
		['high G sharp', 80, '●●◐○○○+'],
		['high A', 81, '●●○○○○+'],
		['high B flat', 82, '●◐○○○○+'],
		['high B', 83, '●○○○○○+'],
		['high C', 84, '○●●○○○+'],
		['high C sharp', 85, '○○○○○○+'],
		['very high D', 86, '○●●●●●+'],
		['very high E flat', 87, null],
	])('%s', (_, midi, expected) => {
		expect(chart(midi, 'D')).toBe(expected);
		expect(chart(midi, 'low D')).toBe(expected);
	});
});

describe('other whistles', () => {
	it.each([
		['C', 60, '●●●●●●'],
		['C', 62, '●●●●●○'],
		['C', 70, '○●●○○○'],
		['Bb', 58, '●●●●●●'],
		['Bb', 62, '●●●●○○'],
		['Eb', 63, '●●●●●●'],
		['F', 65, '●●●●●●'],
		['low F', 65, '●●●●●●'],
		['G', 67, '●●●●●●'],
		['low G', 79, '○●●●●●+'],
		['low G', 62, null],
	] as const)('%s plays %d as %s', (whistle, midi, expected) => {
		expect(chart(midi, whistle)).toBe(expected);
	});
});

it('always has seven rows', () => {
	for (const whistle of WHISTLES)
		for (let midi = 0; midi < 128; midi += 1)
			expect([undefined, 7]).toContain(fingering(midi, whistle)?.length);
	expect(fingering(62.5, 'D')).toBeNull();
});
