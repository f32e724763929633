import type { LineMark } from './marks.ts';
import { toUnits } from './units.ts';

/** The lines of one staff, of music or of tablature, in units. */
export interface Staff {
	x1: number;
	x2: number;
	/** Position of its top line; a whole number. */
	top: number;
	/** How many lines, and the distance between them. */
	lines: number;
	space: number;
	/** Added to every height near the staff, so that its lines fall on whole units. */
	shift: number;
	middle: number;
}

/** Positions in whole units: each staff is moved as a whole, with everything near it. */
export class Grid {
	readonly staves: Staff[];

	constructor(lines: readonly LineMark[]) {
		this.staves = [...byGroup(lines).values()].map(staffOf);
	}

	x(pixels: number): number {
		return Math.round(toUnits(pixels));
	}

	y(pixels: number): number {
		return Math.round(this.exactY(pixels));
	}

	/** A height on the grid, not rounded. */
	exactY(pixels: number): number {
		const units = toUnits(pixels);
		let nearest: Staff | undefined;
		for (const staff of this.staves) {
			if (!nearest || Math.abs(staff.middle - units) < Math.abs(nearest.middle - units))
				nearest = staff;
		}
		return units + (nearest?.shift ?? 0);
	}

	/** A sort key: one staff after another, from left to right within each. */
	order(x: number, y: number): number {
		let above = 0;
		for (const staff of this.staves) if (staff.top - REACH < y) above++;
		return above * FARTHER_THAN_ANY + x;
	}
}

/** How far above its staff things may stand, roughly. */
const REACH = 30;
const FARTHER_THAN_ANY = 100_000;

function staffOf(lines: readonly LineMark[]): Staff {
	const ys = lines.map((line) => toUnits(line.y)).sort((a, b) => a - b);
	const [exact = 0, second = exact] = ys;
	const [{ x1, x2 } = { x1: 0, x2: 0 }] = lines;
	const top = Math.round(exact);
	return {
		x1: Math.round(toUnits(x1)),
		x2: Math.round(toUnits(x2)),
		top,
		lines: ys.length,
		space: second - exact,
		shift: top - exact,
		middle: (exact + (ys.at(-1) ?? exact)) / 2,
	};
}

export function byGroup<Mark extends { group: number }>(
	marks: readonly Mark[],
): Map<number, Mark[]> {
	const groups = new Map<number, Mark[]>();
	for (const mark of marks) {
		const group = groups.get(mark.group);
		if (group) group.push(mark);
		else groups.set(mark.group, [mark]);
	}
	return groups;
}
