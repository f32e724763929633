import { fold } from '../domain/names.ts';

/**
 * The words of a name, folded: lower case, without accents and apostrophes; `&` is `and`, a hyphen
 * parts words, `O’Carolan` is `o carolan`, `Mc` is `mac`. Spaces are dropped later, so `Mac Leod`,
 * `McLeod` and `Macleod`, or `O Carolan`, `Ó Carolan` and `O'Carolan`, have the same letters.
 */
export function foldWord(word: string): string[] {
	const parted = word.replace(/&/g, ' and ').replace(/^(\P{L}*[od])['’ʼ`](?=\p{L}{2})/iu, '$1 ');
	const folded = fold(parted);
	return folded === '' ? [] : folded.split(' ').map((part) => part.replace(/^mc/, 'mac'));
}

/** Words that may lead a name and do not matter then. */
export const ARTICLES: ReadonlySet<string> = new Set(['the', 'an', 'na', 'a']);

/** Folded words without the article that leads, unless it is all there is. */
export function withoutArticle(words: readonly string[]): readonly string[] {
	return words.length > 1 && ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
}

/** What somebody typed, folded. */
export interface Typed {
	words: readonly string[];
	/** The words without spaces. */
	letters: string;
}

/** Folds what was typed by the rules for names; `Heron, The` is `The Heron`. */
export function foldTyped(text: string): Typed {
	const inOrder = text.replace(/^(.+), (the|an|na|a)$/iu, '$2 $1');
	const words = withoutArticle(inOrder.split(/\s+/).flatMap(foldWord));
	return { words, letters: words.join('') };
}
