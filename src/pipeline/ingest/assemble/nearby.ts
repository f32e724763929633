import type { DatabaseSync } from 'node:sqlite';
import { distanceKm, type Coordinates } from '../../../search/places/distance.ts';

const RADIUS_KM = 50;
const MOST = 5;
/** Slightly less than the true value, so that a band is never narrower than the radius. */
const KM_PER_DEGREE = 111;

interface SessionSpot extends Coordinates {
	id: number;
}

/** The five nearest other sessions within 50 km of each session. */
export function writeNearby(store: DatabaseSync): void {
	const spots = store
		.prepare(
			`SELECT id, latitude, longitude FROM session
			WHERE latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY id`,
		)
		.all() as unknown as SessionSpot[];
	const insert = store.prepare(
		'INSERT INTO session_nearby (session_id, other_id, km) VALUES (?, ?, ?)',
	);
	// Bands of latitude as wide as the radius, so neighbours can only be in adjacent bands.
	const bands = Map.groupBy(spots, (spot) => bandOf(spot));
	for (const spot of spots) {
		const around = [-1, 0, 1].flatMap((step) => bands.get(bandOf(spot) + step) ?? []);
		const near = around
			.filter((other) => other.id !== spot.id)
			.map((other) => ({ id: other.id, km: distanceKm(spot, other) }))
			.filter(({ km }) => km <= RADIUS_KM)
			.sort((a, b) => a.km - b.km || a.id - b.id)
			.slice(0, MOST);
		for (const { id, km } of near) insert.run(spot.id, id, Math.round(km * 10) / 10);
	}
}

function bandOf({ latitude }: Coordinates): number {
	return Math.floor((latitude * KM_PER_DEGREE) / RADIUS_KM);
}
