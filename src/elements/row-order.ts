import { fold, sortKey } from '../core/names.ts';

// How a list in a page is sorted and filtered by what stands in its lines.

/** A column that a list can be sorted by: the largest or newest first, or else by name. */
export type Column = 'counted' | 'dated' | 'named';

/** What a column of this name holds. */
export function columnOf(name: string): Column {
	if (name === 'date') return 'dated';
	return COUNTED.has(name) ? 'counted' : 'named';
}

const COUNTED = new Set([
	'tunebooks',
	'tunes',
	'recordings',
	'tracks',
	'comments',
	'discussions',
	'posts',
]);

/** The order of two texts of a column. What is unknown comes last. */
export function compareBy(column: Column): (a: string, b: string) => number {
	if (column === 'counted') return (a, b) => countIn(b) - countIn(a);
	if (column === 'dated') return (a, b) => dayIn(b) - dayIn(a);
	return (a, b) => {
		if (a === '' || b === '') return Number(a === '') - Number(b === '');
		const [x, y] = [sortKey(a), sortKey(b)];
		return x < y ? -1 : x > y ? 1 : 0;
	};
}

/** `1,234 tunebooks` → 1234; 0 where none is said. */
function countIn(text: string): number {
	return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? 0);
}

/** `3 May 2030` → its time; the beginning of it all where none is said. */
function dayIn(text: string): number {
	const time = Date.parse(`${text} UTC`);
	return Number.isNaN(time) ? -Infinity : time;
}

/** Tells whether a text has all words of another, each from the beginning of a word. */
export function hasWords(words: string): (text: string) => boolean {
	const wanted = fold(words)
		.split(' ')
		.filter((word) => word !== '');
	return (text) => {
		const folded = ` ${fold(text)}`;
		return wanted.every((word) => folded.includes(` ${word}`));
	};
}
