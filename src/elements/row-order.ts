import { fold, sortKey } from '../core/names.ts';

// How a list on a page is sorted and filtered by the contents of its rows.

/** The order of a column: largest or newest first, or by name. */
export type Column = 'counted' | 'dated' | 'named';

/** The type of the column with this name. */
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

/** Compares two texts of a column. Unknown values come last. */
export function compareBy(column: Column): (a: string, b: string) => number {
	if (column === 'counted') return (a, b) => countIn(b) - countIn(a);
	if (column === 'dated') return (a, b) => dayIn(b) - dayIn(a);
	return (a, b) => {
		if (a === '' || b === '') return Number(a === '') - Number(b === '');
		const [x, y] = [sortKey(a), sortKey(b)];
		return x < y ? -1 : x > y ? 1 : 0;
	};
}

/** `1,234 tunebooks` → 1234; 0 when there is no number. */
function countIn(text: string): number {
	return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? 0);
}

/** `3 May 2030` → its time; the earliest time when there is no date. */
function dayIn(text: string): number {
	const time = Date.parse(`${text} UTC`);
	return Number.isNaN(time) ? -Infinity : time;
}

/** Whether a text contains all words of another, each at the beginning of a word. */
export function hasWords(words: string): (text: string) => boolean {
	const wanted = fold(words)
		.split(' ')
		.filter((word) => word !== '');
	return (text) => {
		const folded = ` ${fold(text)}`;
		return wanted.every((word) => folded.includes(` ${word}`));
	};
}
