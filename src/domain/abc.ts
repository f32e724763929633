import { abcKey } from './music.ts';

/** What an ABC file says of a tune, besides its notes. */
export interface AbcTune {
	/** The `X:` field. */
	number: number;
	name: string;
	type: string;
	meter: string;
	mode: string;
	/** The notes, lines ended by LF. */
	body: string;
}

/** A whole ABC tune, header and body; upstream's unit length is always an eighth. */
export function abcText({ number, name, type, meter, mode, body }: AbcTune): string {
	return [
		`X: ${number}`,
		`T: ${name}`,
		`R: ${type}`,
		`M: ${meter}`,
		'L: 1/8',
		`K: ${abcKey(mode)}`,
		body.trim(),
	].join('\n');
}
