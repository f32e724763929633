import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePlaces, encodePlaces } from '../../../src/search/places/geo-file.ts';
import type { Place } from '../../../src/search/places/place.ts';
import { splitSpots } from '../../../src/search/places/split.ts';
import { event, session } from './places.ts';

const words = fc.option(
	fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes('\n')),
);
const day = fc.integer({ min: -3000, max: 12_000 });
const place = (kind: Place['kind']) =>
	fc.record({
		kind: fc.constant(kind),
		id: fc.integer({ min: 1, max: 99_999 }),
		name: fc.string(),
		town: words,
		area: words,
		country: fc.constant('Ireland'),
		// As exact as the file is.
		latitude: fc.integer({ min: -900_000, max: 900_000 }).map((units) => units / 10_000),
		longitude: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((units) => units / 10_000),
		added: fc.option(day),
		days: kind === 'sessions' ? fc.integer({ min: 0, max: 127 }) : fc.constant(0),
		dates:
			kind === 'sessions'
				? fc.constant(null)
				: fc
						.tuple(day, fc.integer({ min: 0, max: 30 }))
						.map(([first, n]) => ({ first, last: first + n })),
	});

const places = (kind: Place['kind']): fc.Arbitrary<Place[]> =>
	fc.uniqueArray(place(kind), { selector: ({ id }) => id, maxLength: 12 });

test('a file gives back what went into it, in the order of ids, sessions first', () => {
	fc.assert(
		fc.property(places('sessions'), places('events'), (sessions, events) => {
			const file = encodePlaces([...events, ...sessions]);
			const back = decodePlaces(JSON.parse(JSON.stringify(file)) as typeof file, 'Ireland');
			const byId = (a: Place, b: Place): number => a.id - b.id;
			expect(back).toEqual([...sessions.sort(byId), ...events.sort(byId)]);
		}),
	);
});

test('the same places give the same bytes, however they come', () => {
	const places = [session({ id: 3 }), session({ id: 2, town: 'Doolin' }), event(100, 101)];
	expect(JSON.stringify(encodePlaces(places.toReversed()))).toBe(
		JSON.stringify(encodePlaces(places)),
	);
});

test('a file of another version is refused', () => {
	const file = { ...encodePlaces([session()]), version: 99 };
	expect(() => decodePlaces(file, null)).toThrow('version 99');
});

test('a large region is cut where neighbours stay together', () => {
	const spots = [5, 1, 4, 2, 3].map((n) => session({ id: n, longitude: n, latitude: 50 }));
	const parts = splitSpots(spots, (part) => part.length <= 2);
	expect(parts.map((part) => part.map(({ id }) => id))).toEqual([[1, 2], [3], [4, 5]]);
	expect(splitSpots(spots, () => true)).toEqual([spots]);
	// All in one spot can still be cut; a single one cannot.
	const same = [session({ id: 1 }), session({ id: 2 })];
	expect(splitSpots(same, () => false)).toEqual([[same[0]], [same[1]]]);
});
