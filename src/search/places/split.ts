import { boxAround } from './box.ts';
import type { Coordinates } from './distance.ts';

/**
 * Halves a set of points across its longer dimension until `fits` accepts each part. Parts are in map order,
 * so that neighbours stay together.
 */
export function splitSpots<Item extends Coordinates & { id: number }>(
	spots: readonly Item[],
	fits: (part: readonly Item[]) => boolean,
): Item[][] {
	if (spots.length < 2 || fits(spots)) return [[...spots]];
	const { south, west, north, east } = boxAround(spots);
	// A degree of longitude shrinks towards the poles.
	const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
	const way = wide > north - south ? 'longitude' : 'latitude';
	const ordered = spots.toSorted((a, b) => a[way] - b[way] || a.id - b.id);
	const half = Math.ceil(ordered.length / 2);
	return [ordered.slice(0, half), ordered.slice(half)].flatMap((part) => splitSpots(part, fits));
}
