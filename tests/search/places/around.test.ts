import { expect, test } from 'vitest';
import { placesAround, wantedPlaces, type Wanted } from '../../../src/search/places/around.ts';
import {
	dateOfDay,
	dayNumber,
	dayOfClock,
	weekdayOf,
} from '../../../src/search/places/day-number.ts';
import { placeKey, type Place } from '../../../src/search/places/place.ts';
import { daysOfSchedule, daysWords } from '../../../src/search/places/weekdays.ts';
import { event, session } from './places.ts';

test.each([
	[['Monday'], 'Monday'],
	[['Friday', 'Monday'], 'Monday and Friday'],
	[['Every second Tuesday from 9pm', 'Sundays at noon'], 'Tuesday and Sunday'],
	[['THURSDAY, saturday', 'Wednesday'], 'Wed, Thu and Sat'],
	[['Nightly in summer'], 'Every day'],
	[['7 nights a week'], 'Every day'],
	[['Sundry evenings; mon ami'], ''],
	[[], ''],
])('the days of %j', (lines, words) => {
	expect(daysWords(daysOfSchedule(lines))).toBe(words);
});

test('days are counted and named', () => {
	expect(dayNumber('2000-01-01 00:00:00')).toBe(0);
	expect(dateOfDay(dayNumber('2026-11-24 21:00:00'))).toBe('2026-11-24 00:00:00');
	expect(weekdayOf(dayNumber('2026-11-24'))).toBe(1);
	expect(weekdayOf(dayNumber('1999-12-26'))).toBe(6);
	// Late in the evening, it is still that day on the wall.
	expect(dayOfClock(new Date(2026, 10, 24, 23, 59))).toBe(dayNumber('2026-11-24'));
});

const TUESDAY = dayNumber('2026-11-24');
const ANY: Wanted = { kind: 'both', days: 0, unknownDays: false, day: null, today: TUESDAY };
const PLACES = [
	session({ id: 1, days: daysOfSchedule(['Tuesday']) }),
	session({ id: 2, days: daysOfSchedule(['Friday', 'Saturday']) }),
	session({ id: 3 }),
	event(TUESDAY - 3, TUESDAY - 1, { id: 4 }),
	event(TUESDAY - 1, TUESDAY, { id: 5 }),
	event(TUESDAY + 3, TUESDAY + 5, { id: 6 }),
	event(TUESDAY + 7, TUESDAY + 7, { id: 7 }),
];
const of = (days: string): number => daysOfSchedule([days]);

test.each<[string, Partial<Wanted>, number[]]>([
	['anything that is not over', {}, [1, 2, 3, 5, 6, 7]],
	['sessions', { kind: 'sessions' }, [1, 2, 3]],
	['events', { kind: 'events' }, [5, 6, 7]],
	['any Tuesday', { days: of('Tuesday') }, [1, 5, 7]],
	['a Monday, not the one that is past', { days: of('Monday') }, []],
	['any Friday, perhaps', { days: of('Friday'), unknownDays: true }, [2, 3, 6]],
	['today', { days: of('Tuesday'), day: TUESDAY }, [1, 5]],
])('%s', (_, wanted, ids) => {
	expect(wantedPlaces(PLACES, { ...ANY, ...wanted }).map(({ id }) => id)).toEqual(ids);
});

test('the nearest comes first, and ties are broken by kind and id', () => {
	const ennis = { latitude: 52.84, longitude: -8.98 };
	const places = [
		session({ id: 9, latitude: 53.84 }),
		session({ id: 8 }),
		event(TUESDAY, TUESDAY, { id: 2 }),
		session({ id: 3 }),
		session({ id: 7, latitude: 52.9 }),
	];
	const keys = (km: number | null): string[] =>
		placesAround(places, ennis, km).map(({ place }) => placeKey(place));
	expect(keys(25)).toEqual(['sessions/3', 'sessions/8', 'events/2', 'sessions/7']);
	expect(keys(null).at(-1)).toBe('sessions/9');
});

test('ten thousand places are sorted before a frame has passed', () => {
	const many = Array.from({ length: 10_000 }, (_, id): Place =>
		session({ id, latitude: (id * 7919) % 90, longitude: (id * 104_729) % 180 }),
	);
	const times = Array.from({ length: 9 }, () => {
		const start = performance.now();
		placesAround(wantedPlaces(many, ANY), { latitude: 53, longitude: -8 }, null);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	// The fastest: the machine may be busy with other tests.
	expect(times[0]).toBeLessThan(16);
});
