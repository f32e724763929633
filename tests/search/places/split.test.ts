import { expect, test } from 'vitest';
import { splitSpots } from '../../../src/search/places/split.ts';

test('places at one spot are split too, until each part is small enough', () => {
	const spots = Array.from({ length: 1000 }, (_, n) => ({ id: n, latitude: 53, longitude: -9 }));
	const parts = splitSpots(spots, (part) => part.length <= 7);
	expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(7);
	expect(parts.flat()).toEqual(spots);
});

test('a place that alone is too large stands alone', () => {
	const spots = [1, 2, 3].map((id) => ({ id, latitude: id, longitude: 0 }));
	const parts = splitSpots(spots, (part) => !part.some(({ id }) => id === 2));
	expect(parts.map((part) => part.map(({ id }) => id))).toEqual([[1], [2], [3]]);
});
