import { LETTERS, stemmedHead } from './glyphs.ts';
import { byGroup, type Grid } from './grid.ts';
import type { GlyphMark, Marks, StemMark, TextMark } from './marks.ts';
import { toUnits } from './units.ts';

/** A positioned letter of the music font. */
export interface Letter {
	letter: string;
	x: number;
	y: number;
	small: boolean;
	order: number;
}

/** How far the end of a stem may be from where abcjs put it: a beam hides more than an open end does. */
const UNDER_A_BEAM = 1.6;
const IN_THE_OPEN = 0.3;

/**
 * All glyphs as letters; a head alone on a stem becomes one letter with it. Also returns the remaining stems.
 */
export function lettersOf(marks: Marks, grid: Grid): { letters: Letter[]; stems: StemMark[] } {
	const stemsOf = byGroup(marks.stems);
	const headsOf = byGroup(marks.glyphs.filter(({ name }) => name.startsWith('noteheads.')));
	const joined = new Set<StemMark>();
	const letters = marks.glyphs.map((glyph): Letter => {
		const [x, y] = [grid.x(glyph.x), grid.y(glyph.y)];
		const place = { x, y, small: glyph.scale < 1, order: grid.order(x, y) };
		const [stem, second] = stemsOf.get(glyph.group) ?? [];
		const alone = stem && !second && headsOf.get(glyph.group)?.length === 1;
		if (alone && glyph.scale === 1) {
			const letter = withStem(
				glyph,
				stem,
				grid,
				isBeamed(stem, marks) ? UNDER_A_BEAM : IN_THE_OPEN,
			);
			if (letter !== undefined) {
				joined.add(stem);
				return { ...place, letter };
			}
		}
		return { ...place, letter: LETTERS.get(glyph.name) ?? '' };
	});
	return { letters, stems: marks.stems.filter((stem) => !joined.has(stem)) };
}

function withStem(
	{ name, y }: GlyphMark,
	{ top, bottom }: StemMark,
	grid: Grid,
	slack: number,
): string | undefined {
	if (name !== 'noteheads.quarter' && name !== 'noteheads.half') return undefined;
	const head = grid.y(y);
	const above = head - grid.exactY(top);
	const below = grid.exactY(bottom) - head;
	const up = above > below;
	return stemmedHead({ name, up, length: up ? above : below }, slack);
}

/** Whether a stem ends in a beam; in pixels. */
function isBeamed({ x, top, bottom }: StemMark, { beams }: Marks): boolean {
	return beams.some(({ x1, y1, x2, y2 }) => {
		if (x < x1 - 2 || x > x2 + 2) return false;
		const y = y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || 1);
		return Math.min(Math.abs(y - top), Math.abs(y - bottom)) < 5;
	});
}

/** Numbers of tuplets and endings are set in the music font. */
export function isNumeral({ role, text }: TextMark): boolean {
	return role === 'number' && /^\d+$/.test(text);
}

/** The width of a small digit, and how far its baseline in the font lies below that of a text. */
const DIGIT = { width: 8, drop: 4 };

export function numerals(texts: readonly TextMark[], grid: Grid): Letter[] {
	return texts.filter(isNumeral).flatMap(({ text, x, y, middle }) => {
		const left = toUnits(x) - (middle ? (text.length * DIGIT.width) / 2 : 0);
		const height = grid.y(y) - DIGIT.drop;
		return Array.from(text, (digit, n): Letter => {
			const place = Math.round(left + n * DIGIT.width);
			const letter = LETTERS.get(digit) ?? '';
			return { letter, x: place, y: height, small: true, order: grid.order(place, height) };
		});
	});
}
