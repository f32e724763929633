import type { ListedTune } from '../../../store/catalogue.ts';

export const BY_TUNEBOOKS = 'Those in the most tunebooks come first.';

export function byTunebooks(rows: readonly ListedTune[]): ListedTune[] {
	return mostFirst(rows, (tune) => tune.tunebooks);
}

/** Most first; rows with equal counts keep their order. */
export function mostFirst<Row>(rows: readonly Row[], count: (row: Row) => number): Row[] {
	return rows.toSorted((a, b) => count(b) - count(a));
}

/** Groups rows by value; a row appears once under each of its values. */
export function underEach<Row>(
	rows: readonly Row[],
	values: (row: Row) => readonly string[],
): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		for (const value of new Set(values(row))) {
			const group = groups.get(value);
			if (group) group.push(row);
			else groups.set(value, [row]);
		}
	}
	return groups;
}
