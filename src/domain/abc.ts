import { abcKey } from './music.ts';

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
 * The header lines of an ABC tune, ended by LF; upstream's unit length is always an eighth. An unknown
 * metre or key is `none`, as ABC has it.
 */
export function abcHeader({ number, name, type, meter, mode }: AbcHeader): string {
	return `X: ${number}\nT: ${name}\nR: ${type}\nM: ${meter || 'none'}\nL: 1/8\nK: ${abcKey(mode) || 'none'}\n`;
}

/** A whole ABC tune of nothing but its music, as it is drawn and played. */
export function drawnAbc(tune: { meter: string; mode: string; body: string }): string {
	return `X:1\nM:${tune.meter}\nL:1/8\nK:${abcKey(tune.mode)}\n${tune.body}\n`;
}
