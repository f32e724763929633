import { boxOfCircle } from '../search/places/box.ts';
import { distanceKm, type Coordinates } from '../search/places/distance.ts';
import type { Store } from '../store/open.ts';

/** The position of one thing. */
interface Located extends Coordinates {
	id: number;
}

/** The positions of all sessions and events that have one, in the order used at equal distance. */
export type PlacesByKind = Record<'sessions' | 'events', readonly Located[]>;

export function readPlaces(store: Store): PlacesByKind {
	return {
		sessions: located(store, 'FROM session WHERE latitude IS NOT NULL ORDER BY id'),
		// At the same place, the event that starts last comes first.
		events: located(store, 'FROM event WHERE latitude IS NOT NULL ORDER BY starts DESC, id'),
	};
}

/** The ids of things within a distance, the nearest first. */
export function idsNear(spots: readonly Located[], from: Coordinates, km: number): number[] {
	const box = boxOfCircle(from, km);
	const wide = (box.east - box.west) / 2;
	const found: { id: number; km: number }[] = [];
	for (const spot of spots) {
		// Most are outside the box, which is quicker to check than the distance.
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
	// Rows of SQLite are slow to read repeatedly.
	return rows.map(({ id, latitude, longitude }) => ({ id, latitude, longitude }));
}
