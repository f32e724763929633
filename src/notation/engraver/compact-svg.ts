import { escapeHtml } from '../../core/html.ts';
import { Grid } from './grid.ts';
import { isNumeral, lettersOf, numerals, type Letter } from './letters.ts';
import type { Marks, TextMark, TextRole } from './marks.ts';
import type { PathData } from './path-data.ts';
import { dashedStaves, slenderLines, thickLines, thinLines } from './strokes.ts';
import { LINE_HEIGHT } from './text-size.ts';
import { SCALE, toUnits } from './units.ts';

/** A drawing as the content of an `<svg>` of that size, in units. Styled by src/site/styles/staff.css. */
export interface Drawing {
	width: number;
	height: number;
	content: string;
}

/**
 * Writes marks as few elements: one path per kind, in whole units, and all glyphs of a size in one text with
 * absolute positions. Absolute, because sums of relative ones drift in some browsers.
 */
export function compactSvg(marks: Marks): Drawing {
	const grid = new Grid(marks.staffLines);
	const { letters, stems } = lettersOf(marks, grid);
	const ordinary = letters.filter(({ small }) => !small);
	const small = [...letters.filter((letter) => letter.small), ...numerals(marks.texts, grid)];
	const content = [
		...dashedStaves(grid).map(
			({ width, data }) => `<path class=l stroke-width=${width} d="${data.toString()}"/>`,
		),
		path('', thinLines(marks, stems, grid)),
		path(' class=b', thickLines(marks, grid)),
		path(' class=t', slenderLines(marks, grid, false)),
		path(' class="t o"', slenderLines(marks, grid, true)),
		...marks.fills.map((data) => `<path class=f transform=scale(${SCALE}) d="${data}"/>`),
		run('', ordinary),
		run(' class=q', small),
		...marks.texts.filter((text) => !isNumeral(text)).map((text) => words(text, grid)),
	];
	return {
		width: Math.round(toUnits(marks.width)),
		height: Math.round(toUnits(marks.height)),
		content: content.join(''),
	};
}

/** `attributes` start with a space unless empty. */
function path(attributes: string, data: PathData): string {
	return data.isEmpty ? '' : `<path${attributes} d="${data.toString()}"/>`;
}

/** All letters of one size in one text element. */
function run(attributes: string, letters: readonly Letter[]): string {
	if (letters.length === 0) return '';
	const sorted = letters.toSorted((a, b) => a.order - b.order);
	const places = (axis: 'x' | 'y'): string => sorted.map((letter) => letter[axis]).join(' ');
	const text = sorted.map(({ letter }) => letter).join('');
	return `<text${attributes} x="${places('x')}" y="${places('y')}">${text}</text>`;
}

const TEXT_CLASSES = { chord: 'c', part: 'p', number: 'n', lyric: 'w', other: 'x' };

/** Always centred on their note, which the stylesheet sets for all of them. */
const CENTRED = new Set<TextRole>(['chord', 'lyric']);

/** A text element for each line. */
function words({ text, x, y, size, middle, role }: TextMark, grid: Grid): string {
	const anchor = middle && !CENTRED.has(role) ? ' text-anchor=middle' : '';
	const attributes = `class=${TEXT_CLASSES[role]}${anchor}`;
	return text
		.split('\n')
		.map((line, n) => {
			if (line.trim() === '') return '';
			const baseline = grid.y(y + n * LINE_HEIGHT * size);
			return `<text ${attributes} x=${grid.x(x)} y=${baseline}>${escapeHtml(line)}</text>`;
		})
		.join('');
}
