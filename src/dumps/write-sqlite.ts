import { rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { MirrorError } from '../core/errors.ts';
import { ABOUT_TABLE, createIndexes, createTable, fillTable } from './sqlite-schema.ts';
import type { DumpTable } from './table.ts';

/**
 * Writes a compact database of the tables and of `about`, and returns how many rows it has. The same store
 * gives the same bytes with the same SQLite.
 */
export async function writeSqlite(
	file: string,
	storeFile: string,
	tables: readonly DumpTable[],
	about: Readonly<Record<string, string>>,
	onRows: (rows: number) => void,
): Promise<number> {
	const draft = `${file}.draft`;
	await Promise.all([rm(draft, { force: true }), rm(file, { force: true })]);
	// A defensive database keeps a journal.
	const database = new DatabaseSync(draft, { defensive: false });
	try {
		database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
		database.prepare('ATTACH ? AS store').run(storeFile);
		database.exec(ABOUT_TABLE);
		const note = database.prepare('INSERT INTO about VALUES (?, ?)');
		for (const [key, value] of Object.entries(about)) note.run(key, value);
		let rows = 0;
		for (const table of tables) {
			database.exec(createTable(table));
			const filled = Number(database.prepare(fillTable(table)).run().changes);
			rows += filled;
			onRows(filled);
			database.exec(createIndexes(table));
		}
		database.exec('DETACH store');
		database.prepare('VACUUM INTO ?').run(file);
		return rows;
	} finally {
		database.close();
		await rm(draft, { force: true });
	}
}

/**
 * Checks a database that was written.
 *
 * @throws MirrorError when SQLite finds it broken or a table has a wrong number of rows
 */
export function checkSqlite(file: string, counts: ReadonlyMap<DumpTable, number>): void {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		const [verdict] = database.prepare('PRAGMA integrity_check').all();
		if (verdict?.['integrity_check'] !== 'ok') throw broken(JSON.stringify(verdict));
		for (const [{ name }, wanted] of counts) {
			const found = Number(database.prepare(`SELECT count(*) AS n FROM ${name}`).get()?.['n']);
			if (found !== wanted) throw broken(`${name} has ${found} rows for ${wanted} of the store`);
		}
	} finally {
		database.close();
	}
}

function broken(what: string): MirrorError {
	return new MirrorError(
		`The dump's database is broken: ${what}.`,
		'Run it again; if that does not help, check the disk, then the store with `npm run mirror -- --from ingest`.',
	);
}
