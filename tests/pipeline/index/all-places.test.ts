import { expect, test } from 'vitest';
import { allPlaces } from '../../../src/pipeline/index/places/all-places.ts';
import { upcoming } from '../../../src/site/views/lists/events.ts';
import { madeStore } from '../../store/made-store.ts';

test('the map and the list hold the same coming events, whatever is said of their end', () => {
	const spot = { latitude: 53, longitude: -9 };
	const store = madeStore({
		event: [
			{ id: 1, starts: '2026-12-01 20:00:00', ends: '2025-12-02 01:00:00', ...spot },
			{ id: 2, starts: null, ends: '2026-12-02 01:00:00', ...spot },
			{ id: 3, starts: '2026-11-01 20:00:00', ends: '2026-11-14 01:00:00', ...spot },
			{ id: 4, starts: '2026-11-01 20:00:00', ends: '2026-11-13 23:00:00', ...spot },
		],
	});
	const { places } = allPlaces(store);
	expect(places.map(({ id }) => id)).toEqual([1, 3]);
	expect(places[0]?.dates?.last).toBe(places[0]?.dates?.first);
	expect(
		upcoming(store)
			.map(({ id }) => id)
			.sort(),
	).toEqual([1, 3]);
});
