import {
	boxOf,
	clipRing,
	overlaps,
	type Line,
	type Point,
} from '../../../src/elements/map/geometry.ts';

/** How far rings extend beyond the map of size 1, so that the line along a cut is never visible. */
const MARGIN = 1 / 256;
const MAP = { left: -MARGIN, top: 0, right: 1 + MARGIN, bottom: 1 };

/**
 * Cuts a ring of Natural Earth, which continues across the date line and around the pole as on a globe, for a
 * flat map of size 1.
 */
export function flattenRing(ring: Line): Line[] {
	const whole = closeAtPole(unroll(ring));
	return [-1, 0, 1]
		.map((turn): Line => whole.map(([x, y]) => [x + turn, y]))
		.filter((copy) => overlaps(boxOf(copy), MAP))
		.map((copy) => clipRing(copy, MAP))
		.filter((part) => part.length > 2);
}

/** A line, cut where it crosses the date line. */
export function flattenLine(line: Line): Line[] {
	const parts: Point[][] = [];
	let last: Point | undefined;
	for (const point of line) {
		if (!last || Math.abs(point[0] - last[0]) > 0.5) parts.push([]);
		parts.at(-1)?.push(point);
		last = point;
	}
	return parts;
}

/** Takes every step the short way round; may leave the map. */
function unroll(ring: Line): Point[] {
	let turn = 0;
	let last: Point | undefined;
	return ring.map((point) => {
		if (last) turn -= Math.round(point[0] - last[0]);
		last = point;
		return [point[0] + turn, point[1]];
	});
}

/** A ring that does not return to its start goes around the South Pole. */
function closeAtPole(ring: Point[]): Line {
	const [first, last] = [ring[0], ring.at(-1)];
	if (!first || !last || Math.abs(first[0] - last[0]) < 0.5) return ring;
	return [...ring, [last[0], 1], [first[0], 1]];
}
