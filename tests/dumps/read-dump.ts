import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** A file of a dump as text. */
export function textOf(folder: string, name: string): string {
	const bytes = readFileSync(path.join(folder, name));
	return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function linesOf(folder: string, table: string): Record<string, unknown>[] {
	const lines = textOf(folder, `${table}.ndjson.gz`).split('\n').slice(0, -1);
	return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

export function csvRowsOf(folder: string, table: string): Record<string, string>[] {
	return parse(textOf(folder, `${table}.csv.gz`), { columns: true, record_delimiter: '\r\n' });
}

/** A value of NDJSON as CSV and SQLite spell it. */
export function spelled(value: unknown): unknown {
	return Array.isArray(value) ? JSON.stringify(value) : value;
}
