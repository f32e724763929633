import { readBorders } from './borders.ts';
import { findRepeatFaults } from './sections.ts';
import { hasVoices, isMusic, textOf, tokenize } from './tokens.ts';
import type { Border } from './borders.ts';
import type { Token } from './tokens.ts';

/**
 * Corrects the ends of repeats: adds a missing `:|` before a second ending; removes `:|` after the last
 * ending, where programs would play the section once more, and before a first ending; removes the number of
 * an ending that has no first one; adds a bar line after a single last note.
 */
export function mendRepeatEnds(body: string): string {
	if (hasVoices(body)) return body;
	const tokens = tokenize(body);
	const borders = readBorders(tokens);
	const faults = findRepeatFaults(borders);
	for (const border of picked(borders, faults.missingEnds)) addEnd(tokens, border);
	for (const border of picked(borders, faults.extraEnds)) dropEnd(tokens, border, '||');
	for (const border of picked(borders, faults.earlyEnds)) dropEnd(tokens, border, '|');
	for (const { ending } of picked(borders, faults.strayNumbers)) change(tokens, ending, () => '');
	for (const [place, number] of faults.wrongNumbers)
		change(tokens, borders[place]?.ending, (text) => text.replace(/\d+/, String(number)));
	closeAfterRepeat(tokens, borders);
	return textOf(tokens);
}

/** A single note after the last repeat is lost unless a bar line closes it. */
function closeAfterRepeat(tokens: Token[], borders: readonly Border[]): void {
	const last = borders.at(-1);
	if (!last?.ends || !last.beforeMusic) return;
	const from = last.bars.at(-1) ?? 0;
	const left = tokens.flatMap((token, at) => (at > from && isMusic(token) ? [at] : []));
	if (left.length === 1) change(tokens, left[0], (text) => `${text}|`);
}

/**
 * Gives every repeat a start where programs would miss it: for a section with endings, and for one that
 * begins after a double bar or a last ending. The start goes where the section begins.
 */
export function mendRepeatStarts(body: string): string {
	if (hasVoices(body)) return body;
	const tokens = tokenize(body);
	const borders = readBorders(tokens);
	for (const place of findRepeatFaults(borders).missingStarts) {
		const border = borders[place] ?? borders[0];
		if (border && (place >= 0 || !border.afterMusic)) addStart(tokens, border);
		else change(tokens, firstSign(tokens), (text) => `|:${text}`);
	}
	return textOf(tokens);
}

function picked(borders: readonly Border[], places: readonly number[]): Border[] {
	return borders.filter((_, place) => places.includes(place));
}

function addEnd(tokens: Token[], { bars, ending }: Border): void {
	const last = bars.at(-1);
	change(tokens, last ?? ending, (text) => (last === undefined ? `:|${text}` : ':|'));
}

function dropEnd(tokens: Token[], { bars, starts }: Border, instead: string): void {
	for (const at of bars)
		change(tokens, at, (text) => (text.startsWith(':') ? (starts ? '|:' : instead) : text));
}

function addStart(tokens: Token[], { bars, nextLine, ends }: Border): void {
	const last = bars.at(-1) ?? 0;
	if (nextLine === undefined) change(tokens, last, () => (ends ? '::' : '|:'));
	else if (last < nextLine) change(tokens, nextLine, (text) => `|:${text}`);
	else change(tokens, last, () => '|:');
}

function firstSign(tokens: readonly Token[]): number {
	return tokens.findIndex(({ kind }) => kind !== 'line' && kind !== 'newline' && kind !== 'space');
}

function change(tokens: Token[], at: number | undefined, to: (text: string) => string): void {
	const token = at === undefined ? undefined : tokens[at];
	if (token) token.text = to(token.text);
}
