import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/search/places/distance.ts';
import { mirrored, row } from './sources.ts';

describe('places', () => {
	it('take from the archive what the CSV lacks, and never half a pair of coordinates', async () => {
		const mirror = await mirrored({
			sessions: [row('sessions', { name: 'From CSV', address: '', latitude: 10, longitude: '' })],
			events: [row('events', { dtend: '', country: '' })],
		});
		expect(
			mirror.rows('SELECT name, address, latitude, longitude, schedule, source FROM session'),
		).toEqual([
			{
				name: 'From CSV',
				address: '1 Example Street',
				latitude: 53.01,
				longitude: -9.37,
				schedule: '["Monday","Thursday"]',
				source: 'both',
			},
		]);
		expect(
			mirror.rows('SELECT name, starts, ends, venue, country, country_slug FROM event'),
		).toEqual([
			{
				name: 'Festival 1',
				starts: '2030-04-25 20:00:00',
				ends: '2030-04-27 00:00:00',
				venue: 'Hall',
				country: 'Country',
				country_slug: 'country',
			},
		]);
	});

	it('know their nearest five within 50 km, as a plain comparison of all pairs finds them', async () => {
		const spots = Array.from({ length: 60 }, (_, n) => ({
			id: n + 1,
			latitude: Math.round(1e4 * (53 + Math.sin(n * 7.3) * 0.6)) / 1e4,
			longitude:
				Math.round(1e4 * ((n % 2 ? 180 : -180) + (n % 2 ? -1 : 1) * ((n * 0.37) % 0.8))) / 1e4,
		}));
		const mirror = await mirrored({ sessions: spots.map((spot) => row('sessions', spot)) });
		const expected = spots.flatMap((spot) =>
			spots
				.filter((other) => other !== spot)
				.map((other) => ({ id: other.id, km: distanceKm(spot, other) }))
				.filter(({ km }) => km <= 50)
				.sort((a, b) => a.km - b.km || a.id - b.id)
				.slice(0, 5)
				.map(({ id, km }) => `${spot.id} ${id} ${Math.round(km * 10) / 10}`),
		);
		const found = mirror.rows<Record<string, number>>('SELECT * FROM session_nearby');
		expect(expected.length).toBeGreaterThan(100);
		expect(
			found.map((near) => `${near['session_id']} ${near['other_id']} ${near['km']}`).sort(),
		).toEqual(expected.sort());
	});

	it('are neighbours up to 50 km due north', async () => {
		const north = (km: number) => 10 + km / 111.195;
		const mirror = await mirrored({
			sessions: [10, north(49.99), north(-49.99), north(50.1)].map((latitude, at) =>
				row('sessions', { id: at + 1, latitude, longitude: 5 }),
			),
		});
		expect(mirror.rows('SELECT other_id FROM session_nearby WHERE session_id = 1')).toEqual([
			{ other_id: 2 },
			{ other_id: 3 },
		]);
	});
});
