import type { DatabaseSync } from 'node:sqlite';
import type { Layout } from './layout.ts';
import type { CsvRecord } from './split-rows.ts';
import type { CsvTable } from './tables.ts';
import { Fault, type Value } from './values.ts';

/** The result of reading a row. */
export interface TakenRow {
	/** The content of its id column, cut to 20 characters. */
	id: string;
	/** Why it is not stored. */
	refusal?: string;
	/** What was not understood in a row that is stored. */
	noted: string[];
}

/** Reasons for rejecting rows that are well-formed. */
export const SEEN_BEFORE = ['the same row twice', 'its id was seen before, in another row'];

/** Reads rows of one file and stores them. */
export function rowReader(
	table: CsvTable,
	layout: Layout,
	database: DatabaseSync,
): (record: CsvRecord, row: number) => TakenRow {
	const write = rowWriter(database, table);
	return (record, row) => {
		const id = record.fields[layout.places.get(table.id) ?? 0]?.slice(0, 20) ?? '';
		let values: RowValues | string;
		try {
			values = readRow(record, table, layout);
		} catch (error) {
			values = `could not be read (${error instanceof Error ? error.name : typeof error})`;
		}
		if (typeof values === 'string') return { id, refusal: values, noted: [] };
		const refusal = write(row, values.values);
		return refusal === undefined ? { id, noted: values.noted } : { id, refusal, noted: [] };
	};
}

interface RowValues {
	values: Record<string, Value>;
	noted: string[];
}

const ABSENT = new Fault('absent');

/** The values of a row, or why it is not a row of this table. */
function readRow(record: CsvRecord, table: CsvTable, layout: Layout): RowValues | string {
	if (record.damage !== undefined) return record.damage;
	const fields = withDecimalCommas(record.fields, layout);
	const surplus = fields.length - layout.width;
	if (surplus > 0 && fields.slice(layout.width).some((field) => field !== '')) {
		return `${surplus} column(s) too many`;
	}
	if (layout.isHeader(fields)) return 'the header again';
	const values: Record<string, Value> = {};
	const noted = surplus < 0 ? [`${-surplus} column(s) too few`] : [];
	const senseless: string[] = [];
	for (const [column, field] of Object.entries(table.fields)) {
		const text = fields[layout.places.get(column) ?? fields.length];
		const value = text === undefined ? ABSENT : field.read(text);
		if (!(value instanceof Fault)) {
			values[column] = value;
			continue;
		}
		if (field.isKey) senseless.push(`${column}: ${value.reason}`);
		else if (text !== undefined) noted.push(`${column}: ${value.reason}`);
		values[column] = field.otherwise?.(text ?? '') ?? null;
	}
	if (senseless.length > 0) return senseless.join('; ');
	if (table.settle) noted.push(...table.settle(values));
	return { values, noted };
}

/** Repairs a row whose two coordinates are split at their decimal commas. */
function withDecimalCommas(fields: string[], { places, width, delimiter }: Layout): string[] {
	const at = places.get('latitude');
	if (at === undefined || places.get('longitude') !== at + 1) return fields;
	if (delimiter !== ',' || fields.length !== width + 2) return fields;
	const [latitude, longitude] = [at, at + 2].map((from) => fields.slice(from, from + 2).join('.'));
	const isDecimal = /^-?\d{1,3}\.\d+$/;
	if (!isDecimal.test(latitude ?? '') || !isDecimal.test(longitude ?? '')) return fields;
	return [...fields.slice(0, at), `${latitude}`, `${longitude}`, ...fields.slice(at + 4)];
}

/** Stores a row; returns the reason if it was seen before. */
function rowWriter(
	database: DatabaseSync,
	{ name, columns, id }: CsvTable,
): (row: number, values: Record<string, Value>) => string | undefined {
	const insert = database.prepare(
		`INSERT OR IGNORE INTO ${name} (row, ${columns.join(', ')})
		VALUES (?${', ?'.repeat(columns.length)})`,
	);
	const same = database.prepare(
		`SELECT 1 FROM ${name} WHERE ${id} = ? AND ${columns.map((column) => `${column} IS ?`).join(' AND ')}`,
	);
	return (row, values) => {
		const all = columns.map((column) => values[column] ?? null);
		if (insert.run(row, ...all).changes === 1) return undefined;
		return SEEN_BEFORE[same.get(values[id] ?? null, ...all) ? 0 : 1];
	};
}
