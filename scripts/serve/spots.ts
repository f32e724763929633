import { boxHolds, boxOfCircle } from '../../src/places/box.ts';
import { distanceKm, type Spot } from '../../src/places/distance.ts';
import type { Store } from '../../src/store/open.ts';

/** Where one thing is. */
interface Located extends Spot {
	id: number;
}

/** Where all sessions and events are that say so, in the order they are told in at equal distance. */
export type Spots = Record<'sessions' | 'events', readonly Located[]>;

export function readSpots(store: Store): Spots {
	return {
		sessions: located(store, 'FROM session WHERE latitude IS NOT NULL ORDER BY id'),
		// At one place the next or the last to be comes first.
		events: located(store, 'FROM event WHERE latitude IS NOT NULL ORDER BY starts DESC, id'),
	};
}

/** The ids of what is within a distance, the nearest first. */
export function idsNear(spots: readonly Located[], from: Spot, km: number): number[] {
	const box = boxOfCircle(from, km);
	return spots
		.filter(
			// Most are ruled out by their parallel alone.
			(spot) => spot.latitude >= box.south && spot.latitude <= box.north && boxHolds(box, spot),
		)
		.map(({ id, ...spot }) => ({ id, km: distanceKm(from, spot) }))
		.filter((found) => found.km <= km)
		.sort((a, b) => a.km - b.km)
		.map(({ id }) => id);
}

function located(store: Store, sql: string): Located[] {
	return store.database
		.prepare(`SELECT id, latitude, longitude ${sql}`)
		.all() as unknown as Located[];
}
