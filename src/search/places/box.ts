import type { Coordinates } from './distance.ts';

/** A part of the map between two parallels and two meridians, in degrees. */
export interface Box {
	south: number;
	west: number;
	north: number;
	east: number;
}

/** Slightly less than the real value, so that a circle's box is never too small. */
const KM_PER_DEGREE = 110.5;

/** The smallest box around at least one point. */
export function boxAround(spots: readonly Coordinates[]): Box {
	const box = { south: 90, west: 180, north: -90, east: -180 };
	for (const { latitude, longitude } of spots) {
		box.south = Math.min(box.south, latitude);
		box.north = Math.max(box.north, latitude);
		box.west = Math.min(box.west, longitude);
		box.east = Math.max(box.east, longitude);
	}
	return box;
}

/** The box around a circle; its west may be below -180, its east above 180. */
export function boxOfCircle({ latitude, longitude }: Coordinates, km: number): Box {
	const high = km / KM_PER_DEGREE;
	const farthest = Math.min(89, Math.abs(latitude) + high);
	const wide = Math.min(180, high / Math.cos((farthest * Math.PI) / 180));
	return {
		south: latitude - high,
		north: latitude + high,
		west: longitude - wide,
		east: longitude + wide,
	};
}

/** Whether two boxes overlap, on a map that wraps around. */
export function boxesMeet(a: Box, b: Box): boolean {
	if (a.south > b.north || b.south > a.north) return false;
	return [-360, 0, 360].some((turn) => a.west + turn <= b.east && b.west <= a.east + turn);
}

/** Whether a point lies in a box, on a map that wraps around. */
export function boxHolds(box: Box, { latitude, longitude }: Coordinates): boolean {
	return boxesMeet(box, { south: latitude, north: latitude, west: longitude, east: longitude });
}
