import { csv, quoted, type CsvRow, type TableName } from '../pipeline/ingest/csv.ts';

/** A table as it will be written: its rows, and how they are put into a file. */
export interface Table {
	columns: string[];
	rows: CsvRow[];
	/** Lines behind the rows, as they stand. */
	raw: string[];
	/** The file, where it is not plain RFC 4180. Null leaves the file out. */
	write: ((table: Table) => string | Buffer) | null;
}

/** Writes a table as upstream does. */
export function plain(name: TableName): (table: Table) => string {
	return ({ columns, rows, raw }) =>
		csv(name, rows, { columns }) + raw.map((line) => `${line}\n`).join('');
}

/** Writes a table with its own delimiter, line ends, header names and cells. */
export function dialect({
	delimiter = ',',
	end = '\n',
	head = (name: string) => name,
	cell = (value: string) => quoted(value),
	first = '',
	headEnd = end,
}: Partial<{
	delimiter: string;
	end: string;
	headEnd: string;
	head: (name: string) => string;
	cell: (value: string, column: string) => string;
	first: string;
}>): (table: Table) => string {
	return ({ columns, rows }) =>
		first +
		columns.map(head).join(delimiter) +
		headEnd +
		rows
			.map(
				(row) => columns.map((name) => cell(String(row[name] ?? ''), name)).join(delimiter) + end,
			)
			.join('');
}
