import type { Readable } from 'node:stream';
import type { DatabaseSync } from 'node:sqlite';
import { CsvError, parse, type Info } from 'csv-parse';
import type { Progress } from '../../lib/progress.ts';
import { CSV_TABLES, type CsvTable } from './tables.ts';

/** A file that is not the table it should be. `reason` is one clause for the summary. */
export class TableFault extends Error {
	readonly reason: string;

	constructor(reason: string) {
		super(reason);
		this.name = 'TableFault';
		this.reason = reason;
	}
}

export interface RefusedRow {
	/** Row of the file; the header is row 1. */
	row: number;
	/** What the id column says, cut to 20 characters. */
	id: string;
	reason: string;
}

export interface ReadTable {
	/** Rows after the header = stored + refused. */
	read: number;
	refused: RefusedRow[];
}

/**
 * Streams one CSV file into the (emptied) table of its name. Rows that do not fit the schema, repeat
 * a unique id or cannot be parsed are refused with their reason; the rest is stored.
 *
 * @throws TableFault when the file as a whole is not this table: an LFS pointer, another header, cut
 * off, empty, or one row in ten refused.
 */
export async function readTable(
	content: Readable,
	table: CsvTable,
	database: DatabaseSync,
	progress: Progress,
): Promise<ReadTable> {
	const refused: RefusedRow[] = [];
	const store = rowWriter(database, table);
	// A stray quote or a short line must not cost its neighbours: such records come through as they
	// are and are refused one by one. (csv-parse's own skipping loses the rows that follow.)
	const parser = parse({
		bom: true,
		info: true,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: true,
	});
	content.on('error', (error) => parser.destroy(error));
	content.pipe(parser);

	let header: string[] | undefined;
	let read = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<Parsed>) {
			if (!header) {
				header = checkHeader(record, table);
				continue;
			}
			read++;
			const raw = Object.fromEntries(header.map((column, at) => [column, record[at] ?? '']));
			const reason = storeRow(store, table, info.records, raw, record.length - header.length);
			if (reason)
				refused.push({ row: info.records, id: raw[table.id]?.slice(0, 20) ?? '', reason });
			if (read % 1000 === 0) progress.update(read);
		}
	} catch (error) {
		if (error instanceof CsvError) throw new TableFault(faultOf(error));
		throw error;
	} finally {
		// A fault leaves most of the file unread, and git would wait for ever to hand it over.
		content.destroy();
	}
	return checkRead({ read, refused });
}

interface Parsed {
	record: string[];
	/** `records` counts this one and the header. */
	info: Info;
}

type WriteRow = (row: number, values: Record<string, string | number | null>) => boolean;

/** Stores one row, or says why not. */
function storeRow(
	write: WriteRow,
	table: CsvTable,
	row: number,
	raw: Record<string, string>,
	surplus: number,
): string | undefined {
	if (surplus !== 0) return `${Math.abs(surplus)} column(s) too ${surplus > 0 ? 'many' : 'few'}`;
	const result = table.row.safeParse(raw);
	if (!result.success) {
		return result.error.issues
			.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
			.join('; ');
	}
	return write(row, result.data) ? undefined : `${table.id} seen before`;
}

function rowWriter(database: DatabaseSync, { name, columns }: CsvTable): WriteRow {
	const insert = database.prepare(
		`INSERT OR IGNORE INTO ${name} (row, ${columns.join(', ')})
		VALUES (?${', ?'.repeat(columns.length)})`,
	);
	return (at, values) =>
		insert.run(at, ...columns.map((column) => values[column] ?? null)).changes === 1;
}

/** The columns of the header, if it has all we need. */
function checkHeader(header: string[], table: CsvTable): string[] {
	const columns = header.map((column) => column.trim());
	if (columns[0]?.startsWith('version https://git-lfs')) {
		throw new TableFault('a Git LFS pointer stands where the table was');
	}
	// The sets have every column of the tunes and more: the table that explains most is the one it is.
	const [likely] = CSV_TABLES.filter((candidate) => hasColumns(columns, candidate)).sort(
		(a, b) => b.required.length - a.required.length,
	);
	if (likely?.name === table.name) return columns;
	if (likely) throw new TableFault(`it holds the header of ${likely.name}`);
	const missing = table.required.filter((column) => !columns.includes(column));
	throw new TableFault(`its header lacks ${missing.join(', ')}`);
}

function hasColumns(columns: string[], table: CsvTable): boolean {
	return table.required.every((column) => columns.includes(column));
}

function checkRead(result: ReadTable): ReadTable {
	if (result.read === 0) throw new TableFault('it holds no rows');
	if (result.refused.length > Math.max(5, result.read / 10)) {
		throw new TableFault(`${result.refused.length} of its ${result.read} rows make no sense`);
	}
	return result;
}

function faultOf(error: CsvError): string {
	return error.code === 'CSV_QUOTE_NOT_CLOSED'
		? 'it ends inside a quoted field: cut off'
		: `it is malformed CSV (${error.code})`;
}
