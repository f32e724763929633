import { abcKey } from '../core/music.ts';

/** The header fields of an ABC tune. */
export interface AbcHeader {
	/** The `X:` field. */
	number: number;
	name: string;
	type: string;
	meter: string;
	mode: string;
}

/**
 * The header lines of an ABC tune, ended by LF, each field on one line whatever its value contains;
 * upstream's unit length is always an eighth. An unknown metre or key is written `none`, as ABC defines it.
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

/** Text on one line. Importing `oneLine` would pull its table into the scripts that every page loads. */
function field(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A complete ABC tune with only what is drawn and played. */
export function drawnAbc(tune: { meter: string; mode: string; body: string }): string {
	const [meter, key] = [field(tune.meter), field(abcKey(tune.mode))];
	return `X:1\nM:${meter}\nL:1/8\nK:${key}\n${tune.body}\n`;
}

/**
 * The notes as published, safe to put in a file of several tunes: an empty line or `X:` would end the tune
 * and `%%` would affect the rest of the file, so empty lines are removed and the others become comments.
 */
export function tunebookBody(abc: string): string {
	return abc
		.split(LINE_END)
		.filter((line) => line.trim() !== '')
		.map((line) => (/^\s*(X:|%%)/.test(line) ? `% ${line}` : line))
		.join('\n');
}

/** Everything that some program treats as the end of a line. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
