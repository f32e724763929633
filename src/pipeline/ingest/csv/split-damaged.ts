import type { Layout } from './layout.ts';
import type { CsvRecord } from './split-rows.ts';

type Shape = Pick<Layout, 'delimiter' | 'width' | 'beginsRow'>;
type Split = CsvRecord & {
	/** The text after the row. */
	rest: string;
};

/** The damage of a row in which a quoted field is never closed. */
export const OPEN_QUOTE = 'a quoted field does not end';

/**
 * Splits the first row of a text whose quotes break the rules of CSV: not doubled in a quoted field, in the
 * middle of an unquoted one, after a backslash, or never closed. A quote ends a field only where a field can
 * end: before a delimiter, or before a line end that can end the row. Quotes within a text come in pairs, so
 * every other quote is tried first; the attempt that gives as many fields as the header is right.
 */
export function splitDamaged(text: string, shape: Shape): Split {
	const paired = split(text, shape, true);
	if (!paired.damage) return paired;
	const unpaired = split(text, shape, false);
	return unpaired.damage ? paired : unpaired;
}

function split(text: string, shape: Shape, paired: boolean): Split {
	const { delimiter, width } = shape;
	const fields: string[] = [];
	let at = 0;
	for (;;) {
		at = afterBlanks(text, at, delimiter);
		const isQuoted = text[at] === '"';
		const field = isQuoted
			? quotedField(text, at, fields.length, shape, paired)
			: bareField(text, at, delimiter);
		if (field.isOpen) return { fields, damage: OPEN_QUOTE, rest: text.slice(field.end) };
		fields.push(field.value);
		at = field.end + 1;
		if (text[field.end] === delimiter) continue;
		const rest = text.slice(at);
		while (fields.length > width && fields.at(-1) === '') fields.pop();
		if (fields.length === width) return { fields, rest };
		return { fields, damage: 'its quotes cannot be told apart', rest };
	}
}

interface Field {
	value: string;
	/** Position of the delimiter or line end after it; for an open field, of the next row. */
	end: number;
	isOpen?: boolean;
}

function quotedField(
	text: string,
	start: number,
	before: number,
	{ delimiter, width, beginsRow }: Shape,
	paired: boolean,
): Field {
	let line = start;
	let isOdd = false;
	for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
		const reached = quote === -1 ? text.length : quote;
		for (;;) {
			const next = text.indexOf('\n', line);
			if (next === -1 || next >= reached) break;
			line = next + 1;
			if (beginsRow(lineAt(text, line))) return { value: '', end: line, isOpen: true };
		}
		if (quote === -1) return { value: '', end: text.length, isOpen: true };
		if (text[quote - 1] === '\\') continue;
		isOdd = !isOdd;
		if (paired && !isOdd) continue;
		const end = afterBlanks(text, quote + 1, delimiter);
		const isEnd =
			end >= text.length ||
			text[end] === delimiter ||
			(text[end] === '\n' && (before + 1 >= width || beginsRow(lineAt(text, end + 1))));
		if (isEnd) return { value: unescaped(text.slice(start + 1, quote)), end };
	}
}

function bareField(text: string, start: number, delimiter: string): Field {
	const ends = [text.indexOf(delimiter, start), text.indexOf('\n', start)];
	const end = Math.min(...ends.map((found) => (found === -1 ? text.length : found)));
	return { value: text.slice(start, end).trim(), end };
}

function unescaped(value: string): string {
	return value.replace(/""|\\"/g, '"').trim();
}

function afterBlanks(text: string, start: number, delimiter: string): number {
	let at = start;
	while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++;
	return at;
}

function lineAt(text: string, start: number): string {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.slice(start) : text.slice(start, end);
}
