import { fold } from '../../core/names.ts';

// The index and what is looked up in it are folded alike, so that no word means anything to FTS5.

/** More words than anybody looks for; each costs a lookup. */
const MOST_WORDS = 12;

/** The words that are looked for: folded, without an article at the beginning. */
export function soughtWords(text: string): string[] {
	const words = fold(text).split(' ').filter(Boolean);
	const [first = ''] = words;
	const wanted = words.length > 1 && ARTICLES.has(first) ? words.slice(1) : words;
	return wanted.slice(0, MOST_WORDS);
}

const ARTICLES = new Set(['the', 'an', 'na', 'a']);

/** One or two letters begin too many words to look through them all. */
const SHORTEST_BEGINNING = 3;

/** What FTS5 matches: every word, the last of them as the beginning of one unless it is too short. */
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

/** Long text as it is indexed; FTS5 itself folds what is plain letters. */
export function indexedText(text: string): string {
	return PLAIN.test(text) ? text.replaceAll("'", '') : fold(text);
}

const APOSTROPHES = /[’'‘ʼ`´]/gu;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x00-\x5f\x61-\x7f]*$/;
