import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { readTable, type ReadTable } from '../../../src/pipeline/ingest/csv/read-table.ts';
import { openTables } from '../../../src/pipeline/ingest/csv/read-tables.ts';
import { CSV_TABLES } from '../../../src/pipeline/ingest/csv/tables.ts';
import { silent } from '../../../src/cli/progress.ts';
import { temporaryFolder } from '../sync/upstream.ts';
import type { TableName } from './csv.ts';
import { plain } from './mirror.ts';

export type Row = Record<string, unknown>;

/** Reads a text, or the bytes of one, as a table, in pieces of `piece` bytes, into an empty database. */
export function reader(): (
	name: TableName,
	text: string | Buffer,
	piece?: number,
) => Promise<ReadTable & { rows: Row[] }> {
	const database = openTables(temporaryFolder());
	return async (name, text, piece = 65_536) => {
		const table = CSV_TABLES.find((candidate) => candidate.name === name);
		if (!table) throw new Error(name);
		database.exec(`DELETE FROM ${name}`);
		const result = await readTable(
			pieces(Buffer.from(text as string), piece),
			table,
			database,
			silent,
		);
		const rows = plain(database.prepare(`SELECT * FROM ${name} ORDER BY row`).all()) as Row[];
		expect(result.read).toBe(rows.length + result.refused.length);
		return { ...result, rows };
	};
}

function pieces(content: Buffer, size: number): Readable {
	const count = Math.ceil(content.length / size);
	return Readable.from(
		Array.from({ length: count }, (_, at) => content.subarray(at * size, (at + 1) * size)),
		{ objectMode: false },
	);
}
