import { escapeHtml } from '../domain/html.ts';
import { LETTERS, stemmedHead } from './glyphs.ts';
import type { GlyphMark, LineMark, Marks, StemMark, TextMark } from './marks.ts';
import { PathData } from './path-data.ts';
import { LINE_HEIGHT } from './text-size.ts';
import { STAFF_SPACE, toUnits } from './units.ts';

/** A drawing as the inside of an `<svg>` of that size, in units. Styled by src/styles/staff.css. */
export interface Drawing {
	width: number;
	height: number;
	content: string;
}

/**
 * Writes marks as a few elements: one path a kind, whole units, and every glyph of a size in one text
 * with absolute places. Absolute, because sums of relative ones drift in some browsers.
 */
export function compactSvg(marks: Marks): Drawing {
	const grid = new Grid(marks.staffLines);
	const { glyphs, stems } = joinStems(marks, grid);
	const content =
		staves(grid) +
		path('', thinLines(marks, stems, grid)) +
		path('k', thickBars(marks, grid)) +
		path('b', beams(marks, grid)) +
		arcs(marks, grid) +
		marks.fills.map((data) => `<path class=f transform=scale(${SCALE_TEXT}) d="${data}"/>`).join('') +
		run('', glyphs.filter((glyph) => !glyph.small)) +
		run('q', [...glyphs.filter((glyph) => glyph.small), ...numerals(marks.texts, grid)]) +
		marks.texts.filter((text) => !isNumeral(text)).map((text) => words(text, grid)).join('');
	return { width: round(toUnits(marks.width)), height: round(toUnits(marks.height)), content };
}

const round = Math.round;
const SCALE_TEXT = toUnits(1).toFixed(4);

interface Staff {
	x1: number;
	x2: number;
	/** Of its top line, in whole units. */
	top: number;
	/** Added to every height near it, so that its lines fall on whole units. */
	shift: number;
	middle: number;
}

/** Where things stand in whole units: each staff moved as a whole onto the grid. */
class Grid {
	readonly staves: Staff[] = [];

	constructor(lines: readonly LineMark[]) {
		for (let i = 0; i + 4 < lines.length; i += 5) {
			const ys = lines.slice(i, i + 5).map((line) => toUnits(line.y));
			const exact = Math.min(...ys);
			const top = round(exact);
			this.staves.push({
				x1: round(toUnits(lines[i]?.x1 ?? 0)),
				x2: round(toUnits(lines[i]?.x2 ?? 0)),
				top,
				shift: top - exact,
				middle: exact + 2 * STAFF_SPACE,
			});
		}
	}

	/** A height of abcjs in units, not rounded. */
	y(pixels: number): number {
		const units = toUnits(pixels);
		let nearest: Staff | undefined;
		for (const staff of this.staves) {
			if (!nearest || Math.abs(staff.middle - units) < Math.abs(nearest.middle - units))
				nearest = staff;
		}
		return units + (nearest?.shift ?? 0);
	}

	/** For sorting: things of one staff after another, from left to right. */
	order(x: number, y: number): number {
		const after = this.staves.filter((staff) => staff.top - 30 < y).length;
		return after * 100_000 + x;
	}
}

/** A letter at its place. */
interface Placed {
	letter: string;
	x: number;
	y: number;
	small: boolean;
	order: number;
}

/** How far the end of a stem may be from where abcjs put it. */
const UNDER_A_BEAM = 1.6;
const IN_THE_OPEN = 0.3;

/** Heads that stand alone on a stem become one letter with it; what is left is drawn as it came. */
function joinStems(marks: Marks, grid: Grid): { glyphs: Placed[]; stems: StemMark[] } {
	const stemsOf = byGroup(marks.stems);
	const headsOf = byGroup(marks.glyphs.filter(isHead));
	const joined = new Set<StemMark>();
	const beamed = beamedAt(marks);
	const glyphs = marks.glyphs.map((glyph): Placed => {
		const x = round(toUnits(glyph.x));
		const y = round(grid.y(glyph.y));
		const place = { x, y, small: glyph.scale < 1, order: grid.order(x, y) };
		const [stem, second] = stemsOf.get(glyph.group) ?? [];
		const alone = stem && !second && headsOf.get(glyph.group)?.length === 1;
		if (alone && glyph.scale === 1) {
			const letter = withStem(glyph, stem, grid, beamed(stem) ? UNDER_A_BEAM : IN_THE_OPEN);
			if (letter !== undefined) {
				joined.add(stem);
				return { ...place, letter };
			}
		}
		return { ...place, letter: LETTERS.get(glyph.name) ?? '' };
	});
	return { glyphs, stems: marks.stems.filter((stem) => !joined.has(stem)) };
}

function withStem(
	glyph: GlyphMark,
	stem: StemMark,
	grid: Grid,
	slack: number,
): string | undefined {
	if (glyph.name !== 'noteheads.quarter' && glyph.name !== 'noteheads.half') return undefined;
	const head = round(grid.y(glyph.y));
	const above = head - grid.y(stem.top);
	const below = grid.y(stem.bottom) - head;
	const up = above > below;
	return stemmedHead({ name: glyph.name, up, length: up ? above : below }, slack);
}

const isHead = (glyph: GlyphMark): boolean => glyph.name.startsWith('noteheads.');

function byGroup<Mark extends { group: number }>(marks: readonly Mark[]): Map<number, Mark[]> {
	const groups = new Map<number, Mark[]>();
	for (const mark of marks) {
		const group = groups.get(mark.group);
		if (group) group.push(mark);
		else groups.set(mark.group, [mark]);
	}
	return groups;
}

/** Tells whether a stem ends in a beam. */
function beamedAt({ beams }: Marks): (stem: StemMark) => boolean {
	return ({ x, top, bottom }) =>
		beams.some(({ x1, y1, x2, y2 }) => {
			if (x < x1 - 2 || x > x2 + 2) return false;
			const y = y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || 1);
			return Math.min(Math.abs(y - top), Math.abs(y - bottom)) < 5;
		});
}

/** Five lines drawn as one thick stroke down the page whose dashes are the lines. */
function staves({ staves: all }: Grid): string {
	const widths = new Map<string, Staff[]>();
	for (const staff of all) {
		const width = `${staff.x1} ${staff.x2}`;
		widths.set(width, [...(widths.get(width) ?? []), staff]);
	}
	return [...widths.values()]
		.map((same) => {
			const [{ x1, x2 }] = same as [Staff];
			const data = same.map(({ top }) => `M${(x1 + x2) / 2} ${top}v33`).join('');
			return `<path class=l stroke-width=${x2 - x1} d="${data}"/>`;
		})
		.join('');
}

/** Ledger lines, thin bar lines, stems and brackets: all of one thickness. */
function thinLines(marks: Marks, stems: readonly StemMark[], grid: Grid): PathData {
	const data = new PathData();
	const upright = [...stems, ...marks.bars.filter((bar) => !isThick(bar))]
		.map(({ x, top, bottom }) => [round(toUnits(x)), round(grid.y(top)), round(grid.y(bottom))])
		.map(([x = 0, top = 0, bottom = 0]) => ({ x, top, bottom, order: grid.order(x, top) }))
		.sort((a, b) => a.order - b.order);
	for (const { x, top, bottom } of upright) data.segment(x, top, x, bottom);
	for (const { x1, x2, y } of marks.ledgers) {
		const height = round(grid.y(y));
		data.segment(round(toUnits(x1)), height, round(toUnits(x2)), height);
	}
	for (const points of marks.strokes) {
		const [first, ...others] = points.map(([x, y]) => [round(toUnits(x)), round(grid.y(y))]);
		data.move(first?.[0] ?? 0, first?.[1] ?? 0);
		for (const [x = 0, y = 0] of others) data.line(x, y);
	}
	return data;
}

const isThick = (bar: StemMark): boolean => bar.width >= 2;

function thickBars({ bars }: Marks, grid: Grid): PathData {
	const data = new PathData();
	for (const { x, top, bottom } of bars.filter(isThick)) {
		data.segment(round(toUnits(x)), round(grid.y(top)), round(toUnits(x)), round(grid.y(bottom)));
	}
	return data;
}

function beams(marks: Marks, grid: Grid): PathData {
	const data = new PathData();
	for (const { x1, y1, x2, y2 } of marks.beams) {
		data.segment(round(toUnits(x1)), round(grid.y(y1)), round(toUnits(x2)), round(grid.y(y2)));
	}
	return data;
}

function arcs(marks: Marks, grid: Grid): string {
	const write = (dotted: boolean): PathData => {
		const data = new PathData();
		for (const arc of marks.arcs.filter((candidate) => candidate.dotted === dotted)) {
			const [x = 0, y = 0, ...curve] = arc.curve.map((value, at) =>
				round(at % 2 ? grid.y(value) : toUnits(value)),
			);
			data.move(x, y).curve(curve);
		}
		return data;
	};
	return path('t', write(false)) + path('t o', write(true));
}

function path(name: string, data: PathData): string {
	if (data.isEmpty) return '';
	return `<path${attribute('class', name)} d="${data.toString()}"/>`;
}

/** All letters of one size as one text. */
function run(name: string, letters: readonly Placed[]): string {
	if (letters.length === 0) return '';
	const sorted = [...letters].sort((a, b) => a.order - b.order);
	const places = (axis: 'x' | 'y'): string => sorted.map((letter) => letter[axis]).join(' ');
	const text = sorted.map(({ letter }) => letter).join('');
	return `<text${attribute('class', name)} x="${places('x')}" y="${places('y')}">${text}</text>`;
}

/** Numbers of tuplets and endings are set in the music font. */
function isNumeral({ role, text }: TextMark): boolean {
	return role === 'number' && /^\d+$/.test(text);
}

/** The width of a small numeral. */
const NUMERAL = 8;

function numerals(texts: readonly TextMark[], grid: Grid): Placed[] {
	return texts.filter(isNumeral).flatMap(({ text, x, y, middle }) => {
		const left = toUnits(x) - (middle ? (text.length * NUMERAL) / 2 : 0);
		const height = round(grid.y(y)) - 4;
		return [...text].map((digit, n): Placed => {
			const place = round(left + n * NUMERAL);
			const letter = LETTERS.get(digit) ?? '';
			return { letter, x: place, y: height, small: true, order: grid.order(place, height) };
		});
	});
}

const TEXT_CLASSES = { chord: 'c', part: 'p', number: 'n', lyric: 'w', tab: 'g', other: 'x' };

/** A text, line by line. */
function words({ text, x, y, size, middle, role }: TextMark, grid: Grid): string {
	const attributes = `class=${TEXT_CLASSES[role]}${middle ? ' text-anchor=middle' : ''}`;
	const left = round(toUnits(x));
	return text
		.split('\n')
		.map((line, n) => {
			if (line.trim() === '') return '';
			const baseline = round(grid.y(y) + n * LINE_HEIGHT * toUnits(size));
			return `<text ${attributes} x=${left} y=${baseline}>${escapeHtml(line)}</text>`;
		})
		.join('');
}

function attribute(name: string, value: string): string {
	if (value === '') return '';
	return value.includes(' ') ? ` ${name}="${value}"` : ` ${name}=${value}`;
}
