import type { Readable } from 'node:stream';
import type { DatabaseSync } from 'node:sqlite';
import { LeftOutBook, type LeftOut } from '../../left-out.ts';
import type { Progress } from '../../../cli/progress.ts';
import { decode } from './decode.ts';
import { findHeader } from './find-header.ts';
import { RecordReader } from './records.ts';
import { rowReader, SEEN_BEFORE } from './read-row.ts';
import { TableFault } from './table-fault.ts';
import type { CsvTable } from './tables.ts';

export { TableFault } from './table-fault.ts';

export interface RefusedRow {
	/** Row of the file; the header is row 1. */
	row: number;
	/** The content of the id column, cut to 20 characters. */
	id: string;
	reason: string;
}

export interface ReadTable {
	/** Rows after the header = stored + refused. */
	read: number;
	refused: RefusedRow[];
	/** Fields that were not understood in rows that are stored, by reason. */
	noted: LeftOut[];
	/** Columns that the header lacks; pages can do without them. */
	missing: string[];
	/** Whether the last row is complete and has its line end. */
	endsCleanly: boolean;
}

/** Up to this many rows may make no sense in any table. */
const FEW = 5;

/**
 * Streams one CSV file into the (emptied) table of its name. A row that lacks an essential field, or was
 * seen before, is rejected with its reason; any other field that is not understood is stored as unknown and
 * noted.
 *
 * @throws TableFault when the file as a whole is not this table: an LFS pointer, no header or another
 * table's, or most of its rows make no sense
 */
export async function readTable(
	content: Readable,
	table: CsvTable,
	database: DatabaseSync,
	progress: Progress,
): Promise<ReadTable> {
	const text = decode(content);
	try {
		const { layout, rest } = await findHeader(text, table);
		const records = new RecordReader(layout);
		const takeRow = rowReader(table, layout, database);
		const notes = new LeftOutBook();
		const refused: RefusedRow[] = [];
		let row = 1;
		const take = (batch: ReturnType<RecordReader['push']>): void => {
			for (const record of batch) {
				const { id, refusal, noted } = takeRow(record, ++row);
				if (refusal !== undefined) refused.push({ row, id, reason: refusal });
				for (const note of noted) notes.add(table.file, note, `row ${row}`, id);
				if (row % 1000 === 0) progress.update(row - 1);
			}
		};
		take(records.push(rest));
		for await (const piece of text) take(records.push(piece));
		take(records.end());
		checkSense(refused, row - 1);
		const { endsCleanly } = records;
		return { read: row - 1, refused, noted: notes.groups(), missing: layout.missing, endsCleanly };
	} finally {
		// A fault leaves most of the file unread, and git would wait forever to deliver it.
		content.destroy();
	}
}

function checkSense(refused: RefusedRow[], read: number): void {
	const senseless = refused.filter(({ reason }) => !SEEN_BEFORE.includes(reason)).length;
	if (senseless > Math.max(FEW, read / 2)) {
		throw new TableFault(`${senseless} of its ${read} rows make no sense`);
	}
}
