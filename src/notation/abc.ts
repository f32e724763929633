import { abcKey } from '../core/music.ts';

/** What the header of an ABC tune says. */
export interface AbcHeader {
	/** The `X:` field. */
	number: number;
	name: string;
	type: string;
	meter: string;
	mode: string;
}

/**
 * The header lines of an ABC tune, ended by LF, a field each whatever stands in it; upstream's unit length
 * is always an eighth. An unknown metre or key is `none`, as ABC has it.
 */
export function abcHeader({ number, name, type, meter, mode }: AbcHeader): string {
	const fields = {
		X: String(number),
		T: name,
		R: type,
		M: meter || 'none',
		L: '1/8',
		K: abcKey(mode) || 'none',
	};
	return Object.entries(fields)
		.map(([letter, text]) => `${letter}: ${field(text)}\n`)
		.join('');
}

/** Text on one line. `oneLine` would bring its table into the scripts that every page loads. */
function field(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A whole ABC tune of nothing but its music, as it is drawn and played. */
export function drawnAbc(tune: { meter: string; mode: string; body: string }): string {
	const [meter, key] = [field(tune.meter), field(abcKey(tune.mode))];
	return `X:1\nM:${meter}\nL:1/8\nK:${key}\n${tune.body}\n`;
}

/**
 * The notes as published, to stand in a file of several tunes: an empty line or `X:` would end the tune
 * and `%%` would rule the rest of the file, so that the first goes and the others become comments.
 */
export function tunebookBody(abc: string): string {
	return abc
		.split(LINE_END)
		.filter((line) => line.trim() !== '')
		.map((line) => (/^\s*(X:|%%)/.test(line) ? `% ${line}` : line))
		.join('\n');
}

/** Whatever a program takes for the end of a line. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
