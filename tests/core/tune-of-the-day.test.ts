import { expect, test } from 'vitest';
import { pickOfDay, readersDay } from '../../src/core/tune-of-the-day.ts';

test('a day is the same from its first to its last second, wherever the reader is', () => {
	const first = readersDay(new Date(2026, 10, 14, 0, 0, 0));
	expect(readersDay(new Date(2026, 10, 14, 23, 59, 59))).toBe(first);
	expect(readersDay(new Date(2026, 10, 15, 0, 0, 0))).toBe(first + 1);
	expect(readersDay(new Date(1970, 0, 2, 12))).toBe(1);
});

test('the tunes of ten years are spread over the list, and neighbours are apart', () => {
	const count = 1000;
	const picks = Array.from({ length: 3652 }, (_, day) => pickOfDay(20_000 + day, count));
	expect(picks.every((pick) => Number.isInteger(pick) && pick >= 0 && pick < count)).toBe(true);
	// Of 1,000 things, 3,652 fair picks leave out 26.
	expect(new Set(picks).size).toBeGreaterThan(950);
	const steps = picks.slice(1).map((pick, at) => Math.abs(pick - (picks[at] ?? 0)));
	expect(steps.filter((step) => step < 10).length).toBeLessThan(150);
});

test('there is one tune of the day where there is one tune', () => {
	expect(pickOfDay(20_771, 1)).toBe(0);
});
