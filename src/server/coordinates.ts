import { boxOfCircle } from '../search/places/box.ts';
import { distanceKm, type Spot } from '../search/places/distance.ts';
import type { Store } from '../store/open.ts';

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
	const wide = (box.east - box.west) / 2;
	const found: { id: number; km: number }[] = [];
	for (const spot of spots) {
		// Most lie outside the box, which is quicker to see than how far away they are.
		if (spot.latitude < box.south || spot.latitude > box.north) continue;
		const turn = spot.longitude - from.longitude;
		if (Math.abs(turn - 360 * Math.round(turn / 360)) > wide) continue;
		const away = distanceKm(from, spot);
		if (away <= km) found.push({ id: spot.id, km: away });
	}
	return found.sort((a, b) => a.km - b.km).map(({ id }) => id);
}

function located(store: Store, sql: string): Located[] {
	const rows = store.database
		.prepare(`SELECT id, latitude, longitude ${sql}`)
		.all() as unknown as Located[];
	// Rows of SQLite are slow to read over and over.
	return rows.map(({ id, latitude, longitude }) => ({ id, latitude, longitude }));
}
