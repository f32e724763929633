import type { Line, Point } from '../../../src/elements/map/geometry.ts';

/**
 * Leaves out points that change a line by no more than the tolerance at that point (Douglas and Peucker).
 * Both ends stay.
 */
export function simplify(line: Line, tolerance: (point: Point) => number): Line {
	const kept = new Set([0, line.length - 1]);
	const spans: [number, number][] = [[0, line.length - 1]];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [from, to] = span;
		let [farthest, most] = [-1, 1];
		for (let i = from + 1; i < to; i++) {
			const point = line[i] as Point;
			const miss = distance(point, line[from] as Point, line[to] as Point) / tolerance(point);
			if (miss > most) [farthest, most] = [i, miss];
		}
		if (farthest < 0) continue;
		kept.add(farthest);
		spans.push([from, farthest], [farthest, to]);
	}
	return line.filter((_, i) => kept.has(i));
}

/** Distance of a point from the line between two others. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
	const [dx, dy] = [toX - fromX, toY - fromY];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
	const share = Math.max(0, Math.min(1, along));
	return Math.hypot(x - fromX - share * dx, y - fromY - share * dy);
}

/** The area of a ring, whichever direction it runs. */
export function areaOf(ring: Line): number {
	let twice = 0;
	let from = ring.at(-1);
	for (const to of ring) {
		if (from) twice += from[0] * to[1] - from[1] * to[0];
		from = to;
	}
	return Math.abs(twice) / 2;
}
