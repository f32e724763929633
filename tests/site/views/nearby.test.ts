import { expect, test } from 'vitest';
import { calendarCountries, countryCalendar } from '../../../src/site/views/country-calendar.ts';
import { nearbyView } from '../../../src/site/views/nearby.ts';
import { madeStore } from '../../store/made-store.ts';

const IRELAND = { country: 'Ireland', country_slug: 'ireland' };
const WALES = { country: 'Wales', country_slug: 'wales' };
const absolute = (address: string): string => `https://mirror.example${address}`;

test('a country’s calendar holds what is to come, or else the last that was', () => {
	const store = madeStore({
		event: [
			{
				id: 1,
				name: 'Over',
				starts: '2026-11-12 20:00:00',
				ends: '2026-11-13 01:00:00',
				...IRELAND,
			},
			{
				id: 2,
				name: 'Ends today',
				starts: '2026-11-12 20:00:00',
				ends: '2026-11-14 01:00:00',
				...IRELAND,
			},
			{ id: 3, name: 'To come', starts: '2027-01-01 20:00:00', ...IRELAND },
			{ id: 4, name: 'No date', ...IRELAND },
			{ id: 5, name: 'Long ago', starts: '2001-01-01 20:00:00', ...WALES },
			{ id: 6, name: 'Not so long ago', starts: '2002-01-01 20:00:00', ...WALES },
			{ id: 7, name: 'Online', starts: '2027-02-01 20:00:00' },
		],
	});
	expect(calendarCountries(store).sort()).toEqual(['ireland', 'unknown', 'wales']);
	const names = (slug: string): string[] =>
		[...countryCalendar(store, slug, absolute).matchAll(/^SUMMARY:(.+)\r$/gm)].map(
			([, name]) => name ?? '',
		);
	expect(names('ireland')).toEqual(['Ends today', 'To come']);
	expect(names('wales')).toEqual(['Not so long ago']);
	expect(names('unknown')).toEqual(['Online']);
	const file = countryCalendar(store, 'ireland', absolute);
	expect(file).toContain('X-WR-CALNAME:Events of traditional music in Ireland\r\n');
	expect(file).toContain('URL:https://mirror.example/events/3\r\n');
});

test('what has no position is counted', () => {
	const spot = { latitude: 53, longitude: -9 };
	const store = madeStore({
		session: [{ id: 1, ...spot }, { id: 2, ...spot, longitude: null }, { id: 3 }],
		event: [
			{ id: 1, starts: '2027-01-01 20:00:00' },
			{ id: 2, starts: '2001-01-01 20:00:00' },
			{ id: 3, starts: '2027-01-01 20:00:00', ...spot },
		],
	});
	expect(nearbyView(store).unplaced).toBe(
		'2 sessions and 1 coming event have no position and cannot be found by place.',
	);
	expect(nearbyView(madeStore({ session: [{ id: 1, ...spot }] })).unplaced).toBeNull();
});
