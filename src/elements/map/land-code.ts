import type { Line, Point } from './geometry.ts';

/** Safe in JSON and in an address. Each digit carries five bits; the sixth marks a continuation. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/**
 * Encodes lines of integer coordinates as text, one word per line: the first point, then the differences
 * between points. Differences are small, so most take a letter or two; the same data as JSON is twice as
 * long.
 */
export function encodeLines(lines: readonly Line[]): string {
	return lines.map(encodeLine).join(' ');
}

export function decodeLines(text: string): Point[][] {
	return text === '' ? [] : text.split(' ').map(decodeLine);
}

function encodeLine(line: Line): string {
	let word = '';
	let [x, y] = [0, 0];
	for (const point of line) {
		word += encodeStep(point[0] - x) + encodeStep(point[1] - y);
		[x, y] = point;
	}
	return word;
}

/** Negative numbers are encoded as odd ones. */
function encodeStep(step: number): string {
	let rest = step < 0 ? -2 * step - 1 : 2 * step;
	let digits = '';
	for (; rest >= 32; rest >>>= 5) digits += DIGITS.charAt((rest & 31) | 32);
	return digits + DIGITS.charAt(rest);
}

function decodeLine(word: string): Point[] {
	const line: Point[] = [];
	const at = [0, 0] as [number, number];
	let [axis, step, shift] = [0 as 0 | 1, 0, 0];
	for (const digit of word) {
		const value = VALUES.get(digit) ?? 0;
		step |= (value & 31) << shift;
		shift += 5;
		if (value >= 32) continue;
		at[axis] += step & 1 ? -(step + 1) / 2 : step / 2;
		if (axis === 1) line.push([...at]);
		[axis, step, shift] = [axis === 0 ? 1 : 0, 0, 0];
	}
	return line;
}
