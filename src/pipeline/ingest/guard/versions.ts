import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { Kind } from '../../../core/kinds.ts';
import type { CsvTable } from '../csv/tables.ts';
import type { Version } from './losses.ts';

/** The columns that identify a row's thing, and give its name. */
const THING: Record<string, { id: string; name?: string }> = {
	tunes: { id: 'tune_id', name: 'name' },
	aliases: { id: 'tune_id' },
	tune_popularity: { id: 'tune_id' },
	recordings: { id: 'id', name: 'recording' },
	sessions: { id: 'id', name: 'name' },
	events: { id: 'id', name: 'event' },
	sets: { id: 'tuneset' },
};

/** The rows of a table now in tables.sqlite; undefined when there are none. */
export function tableVersion(database: DatabaseSync, table: CsvTable): Version | undefined {
	const { id, name } = thingOf(table.name);
	const things = new Map<number, number>();
	const select = database.prepare(
		`SELECT ${id} AS id, ${name ?? 'NULL'} AS name FROM ${table.name} ORDER BY row`,
	);
	let rows = 0;
	for (const row of select.iterate()) {
		rows++;
		const key = Number(row['id']);
		if (things.has(key)) continue;
		things.set(key, typeof row['name'] === 'string' ? crc32(row['name']) : 0);
	}
	return rows === 0 ? undefined : { rows, things, filled: filledColumns(database, table) };
}

function filledColumns(database: DatabaseSync, { name, columns }: CsvTable): Version['filled'] {
	const counts = columns.map((column) => `count(nullif(${column}, '')) AS ${column}`);
	const row = database.prepare(`SELECT ${counts.join(', ')} FROM ${name}`).get();
	return Object.fromEntries(columns.map((column) => [column, Number(row?.[column])]));
}

/** The ledger entries that a table lists, each with the column of its ids. */
export function listedIds(table: string): [things: string, column: string][] {
	switch (table) {
		case 'tunes':
			return [
				['tunes', 'tune_id'],
				['settings', 'setting_id'],
			];
		case 'aliases':
		case 'tune_popularity':
			return [];
		default:
			return [[table, thingOf(table).id]];
	}
}

/** Ids in a column of a table; by default the ids of its things. */
export function idsInTable(
	database: DatabaseSync,
	table: string,
	column = thingOf(table).id,
): Set<number> {
	const rows = database.prepare(`SELECT DISTINCT ${column} AS id FROM ${table}`).all();
	return new Set(rows.map((row) => Number(row['id'])));
}

/** Ids of the pages of a section now in pages.sqlite. */
export function idsOfPages(database: DatabaseSync, kind: Kind): Set<number> {
	const rows = database.prepare('SELECT id FROM page WHERE kind = ? ORDER BY id').all(kind);
	return new Set(rows.map((row) => Number(row['id'])));
}

/** A version of which only the ids are known. */
export function versionOfIds(ids: Iterable<number>): Version {
	const things = new Map([...ids].sort((a, b) => a - b).map((id) => [id, 0]));
	return { rows: things.size, things, filled: {} };
}

function thingOf(table: string): { id: string; name?: string } {
	const thing = THING[table];
	if (!thing) throw new Error(`${table} is not a table of upstream`);
	return thing;
}
