import type { Store } from '../store/open.ts';
import type { Written } from './dump-file.ts';
import { rowsOf, type DumpRow } from './rows.ts';
import type { DumpTable } from './table.ts';

/** A table as NDJSON: an object per line, its keys in the order of the columns, unknown values null. */
export function* ndjsonOf(store: Store, table: DumpTable): Generator<Written> {
	const lists = table.columns.filter(({ type }) => type === 'list').map(({ name }) => name);
	for (const rows of rowsOf(store, table))
		yield {
			text: rows.map((row) => `${JSON.stringify(withLists(row, lists))}\n`).join(''),
			rows: rows.length,
		};
}

/** The store keeps lists as JSON. */
function withLists(row: DumpRow, lists: readonly string[]): object {
	if (lists.length === 0) return row;
	const parsed = lists.map((name): [string, unknown] => {
		const value = row[name];
		return [name, typeof value === 'string' ? JSON.parse(value) : null];
	});
	return Object.assign({}, row, Object.fromEntries(parsed));
}
