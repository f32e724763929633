import { isMusicLine } from './tokens.ts';

/** Letters that mean nothing in a body without macros, or something that is hardly ever written. */
const FOREIGN = /[h-twIKNQUVWY]|(?![A-Za-z])\p{L}/gu;
const PROTECTED = /"[^"]*"|![^!\s]+!|\[[A-Za-z]:[^\]]*\]|%.*$/g;
const ADDRESS = /(?:https?:\/\/|www\.)\S*/gi;
const DIRECTION = /^\W*(?:coda|d\.\s?[cs]\.?|da capo|dal segno|fade|head|bass)\W*$/i;

/**
 * Whether a line is words rather than music, judged by its letters. A line with bar lines must look very
 * unlike music; a line with neither letters nor bar lines counts as words. In doubt it is music.
 */
export function isProse(line: string): boolean {
	const bare = line.replace(PROTECTED, ' ');
	const letters = bare.match(/\p{L}/gu)?.length ?? 0;
	const foreign = bare.match(FOREIGN)?.length ?? 0;
	if (/[|]/.test(bare)) return foreign >= 8 && foreign / letters >= 0.4;
	if (letters === 0) return !/["![:%]/.test(line);
	return DIRECTION.test(bare) || (foreign >= 2 && foreign / letters >= 0.25);
}

/** Removes lines of words, web addresses, labels before the music and words after its last bar. */
export function mendProse(body: string): string {
	return body
		.split('\n')
		.map((line) => (isMusicLine(line) ? withoutProse(line) : line))
		.filter((line) => line !== '')
		.join('\n');
}

function withoutProse(line: string): string {
	const text = line.replace(ADDRESS, '').trim();
	const label = /^([^|:["!]{3,40}):(?![|:])\s*(?=.*\|)/.exec(text);
	const music = label?.[1] && isProse(label[1]) ? text.slice(label[0].length) : text;
	const after = /^(.*\|[\]:|]*)(?![\]:|])([^|"%!]+)$/.exec(music);
	const words = after?.[2]?.trim() ?? '';
	const rest = after?.[1] && /\p{L}/u.test(words) && isProse(words) ? after[1] : music;
	return isProse(rest) ? '' : rest;
}
