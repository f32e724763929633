import { oneLine } from './one-line.ts';

export { oneLine };

/** `Heron, The` → `The Heron`; any other name unchanged. */
export function displayName(raw: string): string {
	const trailing = /^(.+), (The|An|Na|A)$/iu.exec(raw.trim());
	return trailing ? `${trailing[2]} ${trailing[1]}` : raw.trim();
}

/**
 * Lower case, accents removed, apostrophes dropped, everything else that is neither letter nor digit turned
 * into single spaces. Letters of other scripts stay.
 */
export function fold(text: string): string {
	const letters = text
		.replace(/[’'‘ʼ`´]/gu, '')
		.normalize('NFKD')
		// Decomposed, `ŉ` contains an apostrophe of its own.
		.replace(/[\p{M}ʼ]/gu, '');
	return foldLetters(letters)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Lower case, with Latin letters that Unicode does not decompose written as plain ones. */
export function foldLetters(text: string): string {
	return text.toLowerCase().replace(/[øłđðßæœþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** Latin letters that Unicode does not decompose into a plain letter and a mark. */
const UNDECOMPOSED: Record<string, string> = {
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	ı: 'i',
};

/** The key a display name sorts under: folded, without a leading `the`, `an`, `na` or `a`. */
export function sortKey(name: string): string {
	const folded = fold(name);
	return folded.replace(/^(the|an|na|a) (?=.)/u, '');
}

/** Compares two keys, or any strings, by code units: the same order on every machine. */
export function compareStrings(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The letter of a sort key's list page: `a` … `z`, or `other`. */
export function letterOf(key: string): string {
	const first = key.charAt(0);
	return /[a-z]/.test(first) ? first : 'other';
}

/**
 * An address segment of `a-z`, `0-9` and `-`. Empty when no character of the name can be kept; the caller
 * then finds another segment.
 */
export function slugify(name: string): string {
	return fold(name)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/**
 * A key under which two spellings of one name are equal: `oneLine`, with every apostrophe made the plain one.
 * Case and accents still distinguish names.
 */
export function nameKey(name: string): string {
	return oneLine(name).replace(/[’‘ʼ`´′]/gu, "'");
}
