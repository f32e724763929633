import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { LeftOut } from '../../lib/left-out.ts';
import { count } from '../../lib/output.ts';
import type { Progress } from '../../lib/progress.ts';
import { listTree, streamBlob, type Pinned } from '../../upstream/read-git.ts';
import { openCache } from '../cache.ts';
import { roomVersion } from '../room-version.ts';
import { readTable, TableFault, type ReadTable } from './read-table.ts';
import type { CsvTable } from './tables.ts';

/** A fall by more than this share is a fault, unless the person running says otherwise. */
const GREATEST_FALL = 0.05;

/** What became of one table in this run. The rows themselves are in tables.sqlite. */
export interface TableState {
	name: string;
	/** `current`: this week's rows, `last-good`: an earlier week's, `missing`: none. */
	state: 'current' | 'last-good' | 'missing';
	/** Whether the file was read in this run, rather than known from its blob id. */
	touched: boolean;
	/** Why it is not current. */
	reason?: string;
	/** The upstream commit its rows came with; empty when missing. */
	commit: string;
	/** Rows of the file. */
	read: number;
	/** Rows refused while reading. */
	refused: number;
	/** Fields of stored rows that were not understood, by reason. */
	noted: LeftOut[];
	/** Columns that its header lacks; the site does without them. */
	missing: string[];
}

export interface ReadTablesOptions {
	repository: Pinned;
	tables: readonly CsvTable[];
	/** Takes a table that fell by more than 5 % as it is. */
	acceptShrink: boolean;
	progress: (table: string) => Progress;
}

export function openTables(work: string): DatabaseSync {
	return openCache(path.join(work, 'tables.sqlite'), new URL('tables.sql', import.meta.url));
}

/**
 * Brings every table to this commit where its file is plausible; otherwise leaves the last good rows
 * in place and says why.
 */
export async function readTables(
	database: DatabaseSync,
	options: ReadTablesOptions,
): Promise<TableState[]> {
	const { files } = await listTree(options.repository, 'csv/');
	const blobs = new Map(files.map((file) => [file.path, file.blob]));
	const reader = roomVersion(import.meta.url);
	const states: TableState[] = [];
	for (const table of options.tables) {
		states.push(await readOne(database, table, blobs.get(table.file), reader, options));
	}
	return states;
}

async function readOne(
	database: DatabaseSync,
	table: CsvTable,
	blob: string | undefined,
	reader: string,
	options: ReadTablesOptions,
): Promise<TableState> {
	const held = heldTable(database, table.name);
	if (blob && held?.blob === blob && held.reader === reader) {
		return { ...stateOf(database, table.name, held), touched: false };
	}
	database.exec('BEGIN');
	try {
		if (!blob) throw new TableFault('the file is not there');
		clear(database, table.name);
		const content = streamBlob(options.repository, blob);
		const progress = options.progress(table.name);
		const result = await readTable(content, table, database, progress).finally(progress.end);
		if (held && !options.acceptShrink) checkWhole(held.read, result);
		hold(database, table.name, { reader, blob, commit: options.repository.commit }, result);
		database.exec('COMMIT');
	} catch (error) {
		database.exec('ROLLBACK');
		if (!(error instanceof TableFault)) throw error;
		return { ...stateOf(database, table.name, held), touched: true, ...fault(held, error.reason) };
	}
	return { ...stateOf(database, table.name, heldTable(database, table.name)), touched: true };
}

function checkWhole(before: number, { read: now, refused, endsCleanly }: ReadTable): void {
	if (now === 0) throw new TableFault('it holds no rows');
	if (!endsCleanly && now - refused.length < before) {
		throw new TableFault('it is cut off inside its last row');
	}
	if (now >= before * (1 - GREATEST_FALL)) return;
	throw new TableFault(
		`it fell from ${count(before, 'row')} to ${count(now, 'row')} (--accept-shrink takes it as it is)`,
	);
}

function fault(held: Held | undefined, reason: string): Pick<TableState, 'state' | 'reason'> {
	return { state: held ? 'last-good' : 'missing', reason };
}

interface Held {
	reader: string;
	blob: string;
	commit: string;
	read: number;
	noted: string;
	missing: string;
}

function heldTable(database: DatabaseSync, name: string): Held | undefined {
	const row = database
		.prepare(
			'SELECT reader, blob, commit_id AS "commit", read, noted, missing FROM held WHERE name = ?',
		)
		.get(name);
	return row as unknown as Held | undefined;
}

function stateOf(
	database: DatabaseSync,
	name: string,
	held: Held | undefined,
): Omit<TableState, 'touched'> {
	if (!held) {
		return { name, state: 'missing', commit: '', read: 0, refused: 0, noted: [], missing: [] };
	}
	const row = database.prepare('SELECT count(*) AS n FROM refused WHERE name = ?').get(name);
	return {
		name,
		state: 'current',
		commit: held.commit,
		read: held.read,
		refused: Number(row?.['n']),
		noted: JSON.parse(held.noted) as LeftOut[],
		missing: JSON.parse(held.missing) as string[],
	};
}

function clear(database: DatabaseSync, name: string): void {
	database.exec(`DELETE FROM ${name}`);
	database.prepare('DELETE FROM refused WHERE name = ?').run(name);
}

function hold(
	database: DatabaseSync,
	name: string,
	held: Pick<Held, 'reader' | 'blob' | 'commit'>,
	{ read, refused, noted, missing }: ReadTable,
): void {
	const insert = database.prepare(
		'INSERT INTO refused (name, row, id, reason) VALUES (?, ?, ?, ?)',
	);
	for (const { row, id, reason } of refused) insert.run(name, row, id, reason);
	database
		.prepare(
			`INSERT OR REPLACE INTO held (name, reader, blob, commit_id, read, noted, missing)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(
			name,
			held.reader,
			held.blob,
			held.commit,
			read,
			JSON.stringify(noted),
			JSON.stringify(missing),
		);
}
