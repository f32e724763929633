import type { Grid, Staff } from './grid.ts';
import type { BeamMark, Marks, StemMark } from './marks.ts';
import { PathData } from './path-data.ts';
import { STAFF_SPACE } from './units.ts';

/** Draws staves of five lines and equal width as one thick vertical stroke whose dashes are the lines. */
export function dashedStaves(grid: Grid): { width: number; data: PathData }[] {
	const widths = new Map<string, Staff[]>();
	for (const staff of grid.staves.filter(isOfMusic)) {
		const width = `${staff.x1} ${staff.x2}`;
		widths.set(width, [...(widths.get(width) ?? []), staff]);
	}
	return [...widths.values()].map((staves) => {
		const [{ x1, x2 } = { x1: 0, x2: 0 }] = staves;
		const data = new PathData();
		const middle = Math.round((x1 + x2) / 2);
		for (const { top } of staves) data.move(middle, top).line(middle, top + LINES);
		return { width: 2 * (x2 - middle), data };
	});
}

/** From the top edge of the first of five lines to the bottom edge of the last. */
const LINES = 4 * STAFF_SPACE + 1;

const isOfMusic = ({ lines, space }: Staff): boolean =>
	lines === 5 && Math.abs(space - STAFF_SPACE) < 0.1;

/** Ledger lines, thin bar lines, brackets, the remaining stems and tablature: all of one thickness. */
export function thinLines(marks: Marks, stems: readonly StemMark[], grid: Grid): PathData {
	const data = new PathData();
	const upright = [...stems, ...marks.bars.filter((bar) => !isThick(bar))]
		.map(({ x, top, bottom }) => ({ x: grid.x(x), top: grid.y(top), bottom: grid.y(bottom) }))
		.map((line) => ({ ...line, order: grid.order(line.x, line.top) }))
		.sort((a, b) => a.order - b.order);
	for (const { x, top, bottom } of upright) data.segment(x, top, x, bottom);
	for (const { x1, x2, y } of marks.ledgers) {
		data.segment(grid.x(x1), grid.y(y), grid.x(x2), grid.y(y));
	}
	for (const { x1, x2, top, lines, space } of grid.staves.filter((staff) => !isOfMusic(staff))) {
		for (let line = 0; line < lines; line++) {
			const y = Math.round(top + line * space);
			data.segment(x1, y, x2, y);
		}
	}
	for (const [[x = 0, y = 0] = [], ...others] of marks.strokes) {
		data.move(grid.x(x), grid.y(y));
		for (const [toX, toY] of others) data.line(grid.x(toX), grid.y(toY));
	}
	return data;
}

const isThick = (bar: StemMark): boolean => bar.width >= 2;

/** Thick bar lines and beams. */
export function thickLines({ bars, beams }: Marks, grid: Grid): PathData {
	const data = new PathData();
	for (const { x, top, bottom } of bars.filter(isThick)) {
		data.segment(grid.x(x), grid.y(top), grid.x(x), grid.y(bottom));
	}
	for (const beam of beams.filter((candidate) => !isSlender(candidate))) addBeam(data, beam, grid);
	return data;
}

/** Whether a beam belongs to grace notes. */
const isSlender = ({ thickness }: BeamMark): boolean => thickness < 2.5;

function addBeam(data: PathData, { x1, y1, x2, y2 }: BeamMark, grid: Grid): void {
	data.segment(grid.x(x1), grid.y(y1), grid.x(x2), grid.y(y2));
}

/** Ties and slurs; the undotted ones together with the beams of grace notes. */
export function slenderLines(marks: Marks, grid: Grid, dotted: boolean): PathData {
	const data = new PathData();
	if (!dotted) for (const beam of marks.beams.filter(isSlender)) addBeam(data, beam, grid);
	for (const arc of marks.arcs.filter((candidate) => candidate.dotted === dotted)) {
		const [x = 0, y = 0, ...curve] = arc.curve.map((value, at) =>
			at % 2 ? grid.y(value) : grid.x(value),
		);
		data.move(x, y).curve(curve);
	}
	return data;
}
