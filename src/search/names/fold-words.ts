import { fold } from '../../core/names.ts';

const APOSTROPHES = "’'‘ʼ`´";
const FAMILY = new RegExp(`^(\\P{L}*[od])[${APOSTROPHES}](?=\\p{L}{2})`, 'iu');
const SON = new RegExp(`^(\\P{L}*)m[${APOSTROPHES}](?=\\p{L}{2})`, 'iu');

/**
 * A word of a name, folded into one or more: lower case, without accents and apostrophes; `&` is `and`, a
 * hyphen separates words, `O’Carolan` is `o carolan`, `Mc` and `M’` are `mac`. Spaces are dropped later, so
 * `Mac Leod`, `McLeod` and `Macleod`, or `O Carolan`, `Ó Carolan` and `O'Carolan`, have the same letters.
 */
export function foldWord(word: string): string[] {
	const parted = word.replace(/&/g, ' and ').replace(FAMILY, '$1 ').replace(SON, '$1mac');
	const folded = fold(parted);
	return folded === '' ? [] : folded.split(' ').map((part) => part.replace(/^mc/, 'mac'));
}

/** Words that are ignored at the start of a name. */
export const ARTICLES: ReadonlySet<string> = new Set(['the', 'an', 'na', 'a']);

/** Words that are just as often left out of names. */
const TELLING_NOTHING = new Set([...ARTICLES, 'of', 'and', 'o']);

/** Joins the folded words of a name without a leading article, unless there is nothing else. */
export function joinWords(words: readonly (readonly string[])[]): string[] {
	const all = words.filter((parts) => parts.length > 0);
	const [first = []] = all;
	const isLed = all.length > 1 && first.length === 1 && ARTICLES.has(first[0] ?? '');
	return all.slice(isLed ? 1 : 0).flat();
}

/** The distinctive words, longest first. */
export function tellingWords(words: readonly string[]): string[] {
	return words.filter((word) => !TELLING_NOTHING.has(word)).sort((a, b) => b.length - a.length);
}

/** What somebody typed, folded. */
export interface Typed {
	words: readonly string[];
	/** The words without spaces. */
	letters: string;
}

/** Longer than any name. */
const LONGEST = 200;

/** Folds what was typed by the rules for names; `Heron, The` is `The Heron`. */
export function foldTyped(text: string): Typed {
	const inOrder = text.slice(0, LONGEST).replace(/^(.+), (the|an|na|a)$/iu, '$2 $1');
	return typedWords(joinWords(inOrder.split(/\s+/).map(foldWord)));
}

/** Folded words as if they had been typed. */
export function typedWords(words: readonly string[]): Typed {
	return { words, letters: words.join('') };
}
