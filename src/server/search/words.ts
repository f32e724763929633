import { fold } from '../../core/names.ts';

// The index and the queries are folded alike, so that no word has a special meaning in FTS5.

/** More words than any real search has; each costs a lookup. */
const MOST_WORDS = 12;

/** The words of a query: folded, without a leading article. */
export function soughtWords(text: string): string[] {
	const words = fold(text).split(' ').filter(Boolean);
	const [first = ''] = words;
	const wanted = words.length > 1 && ARTICLES.has(first) ? words.slice(1) : words;
	return wanted.slice(0, MOST_WORDS);
}

const ARTICLES = new Set(['the', 'an', 'na', 'a']);

/** Too many words begin with one or two letters to look through them all. */
const SHORTEST_BEGINNING = 3;

/** The FTS5 expression: every word, the last also as a prefix unless it is too short. */
export function matchExpression(words: readonly string[]): string {
	return words.map((word, n) => `"${word}"${isBeginning(words, n) ? '*' : ''}`).join(' ');
}

/** Whether a name has every word, as FTS5 would match it. */
export function holdsWords(name: string, words: readonly string[]): boolean {
	const own = indexed(name).split(' ');
	return words.every((word, n) =>
		isBeginning(words, n) ? own.some((each) => each.startsWith(word)) : own.includes(word),
	);
}

function isBeginning(words: readonly string[], n: number): boolean {
	return n === words.length - 1 && (words[n]?.length ?? 0) >= SHORTEST_BEGINNING;
}

/** A name as it is indexed: `O’Neill` is found as one word and as two. */
export function indexed(name: string): string {
	const apart = name.replace(APOSTROPHES, ' ');
	return apart === name ? fold(name) : `${fold(name)} ${fold(apart)}`;
}

/** Long text as it is indexed; FTS5 folds plain letters itself. */
export function indexedText(text: string): string {
	return PLAIN.test(text) ? text.replaceAll("'", '') : fold(text);
}

const APOSTROPHES = /[’'‘ʼ`´]/gu;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x00-\x5f\x61-\x7f]*$/;
