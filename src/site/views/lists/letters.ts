import type { Link } from '../page.ts';
import { linesOf, type List } from '../list.ts';
import type { ListRow } from '../list-rows.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz', 'other'];

/** One list per first letter in use, each linking to the others. */
export function letterLists<Row extends { letter: string }>(
	rows: readonly Row[],
	line: (row: Row) => ListRow,
	address: (letter: string) => string,
	list: Pick<List, 'section' | 'unit' | 'columns' | 'trail'> & { heading: string },
): List[] {
	const groups = Map.groupBy(rows, (row) => row.letter);
	const letters = LETTERS.filter((letter) => groups.has(letter));
	const related = letters.map((letter): Link => ({
		name: letterName(letter),
		address: address(letter),
	}));
	return letters.map((letter) => ({
		...list,
		...linesOf(groups.get(letter) ?? [], line),
		address: address(letter),
		heading: `${list.heading}: ${letterName(letter)}`,
		note: 'In alphabetical order, without “the”, “an”, “na” and “a”.',
		related,
	}));
}

/** `a` → `A`; names that begin with none of these letters are under `0–9 …` */
function letterName(letter: string): string {
	return letter === 'other' ? '0–9 …' : letter.toUpperCase();
}
