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

/** The header lines of an ABC tune, ended by LF; upstream's unit length is always an eighth. */
export function abcHeader({ number, name, type, meter, mode }: AbcHeader): string {
	return `X: ${number}\nT: ${name}\nR: ${type}\nM: ${meter}\nL: 1/8\nK: ${abcKey(mode)}\n`;
}
