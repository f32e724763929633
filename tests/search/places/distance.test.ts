import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, boxesMeet, boxHolds, boxOfCircle } from '../../../src/search/places/box.ts';
import {
	bearing,
	direction,
	distanceKm,
	distanceWords,
	middle,
} from '../../../src/search/places/distance.ts';

const spots = fc.record({
	latitude: fc.double({ min: -85, max: 85, noNaN: true }),
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

const DUBLIN = { latitude: 53.35, longitude: -6.26 };

test.each([
	['north', { latitude: 54.35, longitude: -6.26 }, 111.2],
	['east', { latitude: 53.35, longitude: -5.26 }, 66.4],
	['south-west', { latitude: 52.35, longitude: -7.96 }, 159.4],
	['west', { latitude: 53.35, longitude: -9.05 }, 185.2],
])('what lies %s of Dublin', (words, spot, km) => {
	expect(direction(bearing(DUBLIN, spot)).words).toBe(words);
	expect(distanceKm(DUBLIN, spot)).toBeCloseTo(km, 0);
});

test('the way across the date line is the short one', () => {
	const [fiji, samoa] = [
		{ latitude: -17, longitude: 178 },
		{ latitude: -17, longitude: -178 },
	];
	expect(direction(bearing(fiji, samoa)).words).toBe('east');
	expect(distanceKm(fiji, samoa)).toBeLessThan(500);
	expect(middle([fiji, samoa])?.longitude).toBeCloseTo(180, 3);
});

test.each([
	[0.01, 'here'],
	[0.06, '100 m'],
	[0.43, '400 m'],
	[0.949, '900 m'],
	[0.96, '1.0 km'],
	[3.24, '3.2 km'],
	[9.94, '9.9 km'],
	[9.96, '10 km'],
	[27.4, '27 km'],
])('%d km is said as %s', (km, words) => {
	expect(distanceWords(km)).toBe(words);
});

test('no spot has no middle', () => {
	expect(middle([])).toBeUndefined();
});

test('a box of a circle holds all that is within it', () => {
	const step = fc.double({ min: -1, max: 1, noNaN: true });
	fc.assert(
		fc.property(spots, step, step, (from, north, east) => {
			const longitude = ((from.longitude + 4 * east + 540) % 360) - 180;
			const to = { latitude: from.latitude + 4 * north, longitude };
			// A metre for what numbers round.
			expect(boxHolds(boxOfCircle(from, distanceKm(from, to) + 0.001), to)).toBe(true);
		}),
		{ examples: [[{ latitude: -17, longitude: 179.9 }, 0, 0.1]] },
	);
});

test('boxes meet on a map that goes round', () => {
	const box = boxAround([DUBLIN, { latitude: 52, longitude: -9 }]);
	expect(boxesMeet(box, { south: 53, north: 54, west: -7, east: -5 })).toBe(true);
	expect(boxesMeet(box, { south: 54, north: 55, west: -7, east: -5 })).toBe(false);
	expect(boxesMeet(box, { south: 53, north: 54, west: -5, east: -4 })).toBe(false);
	expect(boxesMeet(box, { south: 53, north: 54, west: 352, east: 356 })).toBe(true);
});
