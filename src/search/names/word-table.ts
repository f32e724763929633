/**
 * Lists of words in which each distinct word is one character, its index in `words`: the table of names is a
 * third smaller under gzip, and a word is folded once however many names contain it.
 */
export interface WordTable {
	/** The words, separated by line breaks; the most frequent have the shortest characters in UTF-8. */
	words: string;
	/** Lists separated by `!`; within a list, groups of words separated by spaces. */
	text: string;
}

const BETWEEN_LISTS = '!';
const BETWEEN_GROUPS = ' ';

/** Encodes the groups of words of each thing: `[[['The', 'Heron'], ['Heron']], …]`. */
export function toWordTable(lists: readonly (readonly (readonly string[])[])[]): WordTable {
	const words = inClasses(frequencies(lists));
	const letters = new Map(words.map((word, n) => [word, letterAt(n)]));
	const text = lists
		.map((groups) =>
			groups
				.map((group) => group.map((word) => letters.get(word) ?? '').join(''))
				.join(BETWEEN_GROUPS),
		)
		.join(BETWEEN_LISTS);
	// A line break would split the word in two and shift all words after it.
	return { words: words.map((word) => word.replaceAll('\n', ' ')).join('\n'), text };
}

/** Each thing's groups, for `wordsOf`. */
export function listsOf({ text }: WordTable): string[][] {
	if (text === '') return [];
	return text.split(BETWEEN_LISTS).map((list) => list.split(BETWEEN_GROUPS));
}

/** The entries of `words` for the letters of a group. */
export function wordsOf<Word>(words: readonly Word[], group: string): Word[] {
	const found: Word[] = [];
	for (let at = 0; at < group.length; at++) {
		const code = group.codePointAt(at) ?? 0;
		if (code > 0xffff) at++;
		const word = words[placeOf(code)];
		if (word !== undefined) found.push(word);
	}
	return found;
}

function frequencies(
	lists: readonly (readonly (readonly string[])[])[],
): [word: string, times: number][] {
	const times = new Map<string, number>();
	for (const list of lists) {
		for (const group of list) {
			for (const word of group) times.set(word, (times.get(word) ?? 0) + 1);
		}
	}
	return [...times];
}

/** How many words get one-byte and two-byte characters. */
const [ONE_BYTE, TWO_BYTES] = [91, 1920];

/**
 * Most frequent words first, in classes by character size; alphabetical within a class, so that neighbours
 * are alike.
 */
function inClasses(words: [word: string, times: number][]): string[] {
	const byWord = (a: string, b: string) => (a < b ? -1 : 1);
	const ordered = words.sort(([a, m], [b, n]) => n - m || byWord(a, b)).map(([word]) => word);
	return [
		...ordered.slice(0, ONE_BYTE).sort(byWord),
		...ordered.slice(ONE_BYTE, ONE_BYTE + TWO_BYTES).sort(byWord),
		...ordered.slice(ONE_BYTE + TWO_BYTES).sort(byWord),
	];
}

/** From `#` on, without DEL, the surrogates, and the backslash, which JSON escapes. */
const FIRST = 0x23;
const BACKSLASH = 0x5c;
const DEL = 0x7f;
const SURROGATES = { from: 0xd800, count: 0x800 };

function letterAt(place: number): string {
	let code = place + FIRST;
	if (code >= BACKSLASH) code++;
	if (code >= DEL) code++;
	if (code >= SURROGATES.from) code += SURROGATES.count;
	return String.fromCodePoint(code);
}

function placeOf(code: number): number {
	let place = code - FIRST;
	if (code > BACKSLASH) place--;
	if (code > DEL) place--;
	if (code > SURROGATES.from) place -= SURROGATES.count;
	return place;
}
