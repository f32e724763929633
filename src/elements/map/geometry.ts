/** A point on the square world map: x eastward from the date line, y southward from the north. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Projects a position onto a map of `size` by `size`, cut at the poles as in Web Mercator. */
export function project(longitude: number, latitude: number, size = 1): Point {
	const sine = Math.sin((Math.max(-85.05, Math.min(85.05, latitude)) * Math.PI) / 180);
	const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
	return [(longitude / 360 + 0.5) * size, y * size];
}

export function boxOf(line: Line): Box {
	const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const [x, y] of line) {
		if (x < box.left) box.left = x;
		if (x > box.right) box.right = x;
		if (y < box.top) box.top = y;
		if (y > box.bottom) box.bottom = y;
	}
	return box;
}

export function overlaps(a: Box, b: Box): boolean {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** The part of a ring within the box, as one ring along the box's edges; empty when outside. */
export function clipRing(ring: Line, { left, top, right, bottom }: Box): Line {
	return [
		cut(0, (x) => x - left, left),
		cut(0, (x) => right - x, right),
		cut(1, (y) => y - top, top),
		cut(1, (y) => bottom - y, bottom),
	].reduce<Line>((rest, clip) => clip(rest), ring);
}

/** Keeps the part on the side of `edge` where `inside` is not negative (Sutherland–Hodgman). */
function cut(axis: 0 | 1, inside: (at: number) => number, edge: number): (ring: Line) => Line {
	return (ring) => {
		const kept: Point[] = [];
		let from = ring.at(-1);
		for (const to of ring) {
			if (from && inside(from[axis]) < 0 !== inside(to[axis]) < 0) {
				const share = (edge - from[axis]) / (to[axis] - from[axis]);
				const other = axis === 0 ? 1 : 0;
				const crossing = from[other] + share * (to[other] - from[other]);
				kept.push(axis === 0 ? [edge, crossing] : [crossing, edge]);
			}
			if (inside(to[axis]) >= 0) kept.push(to);
			from = to;
		}
		return kept;
	};
}

/** The parts of a line near the box; they may extend one step beyond it. */
export function clipLine(line: Line, box: Box): Line[] {
	const runs: Point[][] = [];
	let run: Point[] | undefined;
	let from: Point | undefined;
	for (const to of line) {
		if (from && overlaps(boxOf([from, to]), box)) {
			if (!run) runs.push((run = [from]));
			run.push(to);
		} else {
			run = undefined;
		}
		from = to;
	}
	return runs;
}
