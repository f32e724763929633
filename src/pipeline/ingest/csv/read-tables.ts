import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import type { LeftOut } from '../../left-out.ts';
import type { Progress } from '../../../cli/progress.ts';
import { listTree, streamBlob, type Pinned } from '../../sync/read-git.ts';
import { openCache } from '../cache.ts';
import { readerVersion } from '../code-version.ts';
import { judge, takenOf } from '../guard/judge.ts';
import { Judgements } from '../guard/judgements.ts';
import type { Elsewhere } from '../guard/losses.ts';
import { idsInTable, listedIds, tableVersion } from '../guard/versions.ts';
import { readTable, TableFault, type ReadTable } from './read-table.ts';
import type { CsvTable } from './tables.ts';

const READER = new URL('read-table.ts', import.meta.url);

/** The result for one table in this run. The rows themselves are in tables.sqlite. */
export interface TableState {
	name: string;
	/** `current`: this week's rows, `last-good`: an earlier week's, `missing`: none. */
	state: 'current' | 'last-good' | 'missing';
	/** Whether the file was read in this run, rather than recognised by its blob id. */
	touched: boolean;
	/** Why it is not current. */
	reason?: string;
	/** Ids that were gone when this commit was taken. */
	gone: number;
	/** Why this commit was doubted, if it was taken anyway. */
	accepted?: string;
	/** The upstream commit its rows came with; empty when missing. */
	commit: string;
	/** Rows of the file. */
	read: number;
	/** Rows rejected while reading. */
	refused: number;
	/** Fields of stored rows that were not understood, by reason. */
	noted: LeftOut[];
	/** Columns that its header lacks; the site does without them. */
	missing: string[];
}

export interface ReadTablesOptions {
	repository: Pinned;
	tables: readonly CsvTable[];
	/** Date of upstream's newest commit. */
	date: string;
	/** Ids of the pages of a kind, before this week and now. */
	pages: (kind: Kind) => Elsewhere;
	/** Take a table that is in doubt as it is. */
	acceptShrink: boolean;
	progress: (table: string) => Progress;
}

export function openTables(work: string): DatabaseSync {
	return openCache(path.join(work, 'tables.sqlite'), new URL('tables.sql', import.meta.url));
}

/**
 * Brings every table to this commit if its file is plausible; otherwise keeps the last good rows and says
 * why.
 */
export async function readTables(
	database: DatabaseSync,
	options: ReadTablesOptions,
): Promise<TableState[]> {
	const { files } = await listTree(options.repository, 'csv/');
	const blobs = new Map(files.map((file) => [file.path, file.blob]));
	const reader = readerVersion(READER);
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
	const { name } = table;
	const { commit } = options.repository;
	const judgements = new Judgements(database);
	const held = heldTable(database, name);
	if (blob && held?.blob === blob && held.reader === reader) {
		judgements.clearDoubt(name);
		return { ...stateOf(database, name, commit, held), touched: false };
	}
	// If a newer program reads a known file again, the version was already judged.
	const before = held && held.blob !== blob ? tableVersion(database, table) : undefined;
	const idsBefore = new Map(
		listedIds(name).map(([things, column]) => [things, idsInTable(database, name, column)]),
	);
	database.exec('BEGIN');
	try {
		if (!blob) throw new TableFault('the file is not there');
		clear(database, name);
		const content = streamBlob(options.repository, blob);
		const progress = options.progress(name);
		const result = await readTable(content, table, database, progress).finally(progress.end);
		if (held && result.read === result.refused.length) throw new TableFault('it holds no rows');
		const verdict = judge({
			held: before,
			candidate: tableVersion(database, table) ?? NO_ROWS,
			doubt: judgements.doubtOf(name),
			date: options.date,
			elsewhere: options.pages(table.kind),
			accept: options.acceptShrink,
			...(isCutOff(result) && { cut: 'it is cut off inside its last row' }),
		});
		if (!verdict.take) {
			database.exec('ROLLBACK');
			judgements.doubt(name, verdict.doubt);
			return lastGood(database, name, commit, verdict.reason);
		}
		hold(database, name, { reader, blob, commit }, result);
		if (!held || before) judgements.take(name, commit, takenOf(verdict));
		else judgements.clearDoubt(name);
		for (const [things, column] of listedIds(name)) {
			const now = idsInTable(database, name, column);
			judgements.remember(things, idsBefore.get(things) ?? [], now);
		}
		database.exec('COMMIT');
	} catch (error) {
		database.exec('ROLLBACK');
		if (!(error instanceof TableFault)) throw error;
		return lastGood(database, name, commit, error.reason);
	}
	return { ...stateOf(database, name, commit, heldTable(database, name)), touched: true };
}

const NO_ROWS = { rows: 0, things: new Map<number, number>(), filled: {} };

/** A file without a final line end may be complete; one whose last row was rejected is not. */
function isCutOff({ endsCleanly, read, refused }: ReadTable): boolean {
	const lastRow = read + 1;
	return !endsCleanly && refused.at(-1)?.row === lastRow;
}

/** Keeps the rows at hand; if there are none, the table is missing. */
function lastGood(
	database: DatabaseSync,
	name: string,
	commit: string,
	reason: string,
): TableState {
	const held = heldTable(database, name);
	const state = held ? 'last-good' : 'missing';
	return { ...stateOf(database, name, commit, held), touched: true, state, reason };
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

/** The state of a table, with what went when the current commit was taken. */
function stateOf(
	database: DatabaseSync,
	name: string,
	commit: string,
	held: Held | undefined,
): Omit<TableState, 'touched'> {
	if (!held) {
		const none = { commit: '', read: 0, refused: 0, noted: [], missing: [], gone: 0 };
		return { name, state: 'missing', ...none };
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
		...new Judgements(database).lossesOf(name, commit),
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
