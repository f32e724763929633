import { describe, expect, it } from 'vitest';
import { barCount, noteheadCount, rangeOf, rangeWords } from '../../../src/notation/score/range.ts';
import { written } from './written.ts';

it('counts what is written', () => {
	// Two parts of two bars and a pick-up, counted by hand; the grace note does not count.
	const score = written('A2|:dcBA {e}d2 A2|[DA]4-[DA]4:|\n|:zd z2 ^g2 B,2|D8:|');
	expect(barCount(score)).toBe(5);
	expect(noteheadCount(score)).toBe(1 + 6 + 4 + 3 + 1);
	expect(rangeOf(score)).toEqual({ notes: [59, 62, 69, 71, 73, 74, 80], low: 59, high: 80 });
});

it('has no range without notes', () => {
	expect(rangeOf(written('z8|'))).toEqual({ notes: [], low: null, high: null });
});

describe('rangeWords', () => {
	it.each([
		[62, 83, 'D to high B'],
		[57, 79, 'low A to high G'],
		[55, 86, 'low G to very high D'],
		[61, 73, 'low C sharp to C sharp'],
		[58, 75, 'low B flat to high E flat'],
		[48, 60, 'very low C to low C'],
		[66, 66, 'F sharp'],
	])('%d to %d is %s', (low, high, expected) => {
		expect(rangeWords(low, high)).toBe(expected);
	});
});
