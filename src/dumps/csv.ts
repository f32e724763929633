import { stringify } from 'csv-stringify/sync';
import type { Store } from '../store/open.ts';
import type { Written } from './dump-file.ts';
import { rowsOf } from './rows.ts';
import type { DumpTable } from './table.ts';

/**
 * A table as CSV by RFC 4180: UTF-8, lines ended by CRLF, a header. Unknown values are empty. Texts are
 * unchanged, even if a spreadsheet would treat them as a formula.
 */
export function* csvOf(store: Store, table: DumpTable): Generator<Written> {
	const columns = table.columns.map(({ name }) => name);
	yield { text: csv([columns]), rows: 0 };
	for (const rows of rowsOf(store, table))
		yield {
			text: csv(rows.map((row) => columns.map((column) => row[column] ?? null))),
			rows: rows.length,
		};
}

function csv(lines: unknown[][]): string {
	// By default it quotes a line break only when it is CRLF.
	return stringify(lines, { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
