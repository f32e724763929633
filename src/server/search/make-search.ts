import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';
import type { Progress } from '../../cli/progress.ts';
import { KINDS } from '../../core/kinds.ts';
import { openStore, type Store } from '../../store/open.ts';
import { fileIdentity, SEARCHED, type Searched } from './search-file.ts';
import { discussionText, SOURCES } from './sources.ts';
import { indexed } from './words.ts';
import { writeRecent } from './write-recent.ts';

/**
 * Writes what a server looks up without an index in the store: the words of everything, ordered by how well
 * known it is, so that the best come first without sorting; comments and activities, the newest first. The
 * file is written beside `searchFile` and replaces it when complete.
 */
export function makeSearch(storeFile: string, searchFile: string, progress: Progress): void {
	dropLeftovers(searchFile);
	const beside = `${searchFile}.${process.pid}-${threadId}.next`;
	const madeOf = fileIdentity(storeFile);
	const store = openStore(storeFile);
	// A defensive database keeps a journal.
	const database = new DatabaseSync(beside, { defensive: false });
	try {
		database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
		const total = SEARCHED.reduce((sum, searched) => sum + countOf(store, searched), 0);
		let done = 0;
		for (const searched of SEARCHED)
			writeWords(store, database, searched, () => progress.update(++done, total));
		writeModes(store, database);
		writeRecent(store, database, KINDS);
		database.exec('CREATE TABLE made_of (store TEXT NOT NULL) STRICT');
		database.prepare('INSERT INTO made_of VALUES (?)').run(madeOf);
		database.exec('COMMIT; ANALYZE');
		database.close();
		renameSync(beside, searchFile);
	} finally {
		if (database.isOpen) database.close();
		rmSync(beside, { force: true });
		store.close();
		progress.end();
	}
}

/** A file untouched for this long is abandoned. */
const LEFT_MS = 600_000;
const LEFT = /\.next(-journal)?$/;

/** Deletes files left by servers that were stopped while making theirs; others may be making one now. */
function dropLeftovers(searchFile: string): void {
	const [folder, name] = [path.dirname(searchFile), path.basename(searchFile)];
	for (const each of readdirSync(folder)) {
		if (!each.startsWith(`${name}.`) || !LEFT.test(each)) continue;
		const file = path.join(folder, each);
		const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
		if (written !== undefined && Date.now() - written > LEFT_MS) rmSync(file, { force: true });
	}
}

function countOf(store: Store, searched: Searched): number {
	const sql = `SELECT count(*) AS n FROM (${SOURCES[searched].sql})`;
	return Number(store.database.prepare(sql).get()?.['n']);
}

/** `known_…` has things by rank, `words_…` their words under the same rank. */
function writeWords(
	store: Store,
	database: DatabaseSync,
	searched: Searched,
	onThing: () => void,
): void {
	database.exec(`
		CREATE TABLE known_${searched} (
			rank INTEGER PRIMARY KEY, id INTEGER NOT NULL, sort TEXT NOT NULL, type TEXT
		) STRICT;
		CREATE VIRTUAL TABLE words_${searched} USING fts5(name, more, content = '',
			detail = column, prefix = '3', tokenize = "unicode61 remove_diacritics 2")`);
	const known = database.prepare(`INSERT INTO known_${searched} VALUES (?, ?, ?, ?)`);
	const words = database.prepare(
		`INSERT INTO words_${searched} (rowid, name, more) VALUES (?, ?, ?)`,
	);
	let rank = 0;
	for (const row of store.database.prepare(SOURCES[searched].sql).iterate()) {
		const { id, name, sort, type = null, more } = row as unknown as SourceRow;
		rank++;
		known.run(rank, id, sort, type);
		const text = searched === 'discussions' ? discussionText(store, id) : indexed(more ?? '');
		words.run(rank, indexed(name), text);
		onThing();
	}
	database.exec(`CREATE INDEX known_${searched}_sort ON known_${searched} (sort)`);
	database.exec(`INSERT INTO words_${searched} (words_${searched}) VALUES ('optimize')`);
}

interface SourceRow {
	id: number;
	name: string;
	sort: string;
	type?: string | null;
	more: string | null;
}

/** The modes in which tunes have settings. */
function writeModes(store: Store, database: DatabaseSync): void {
	database.exec(`CREATE INDEX known_tunes_type ON known_tunes (type);
		CREATE INDEX known_tunes_id ON known_tunes (id);
		CREATE TABLE tune_mode (mode TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (mode, rank))
			STRICT, WITHOUT ROWID`);
	const insert = database.prepare(
		'INSERT OR IGNORE INTO tune_mode SELECT ?, rank FROM known_tunes WHERE id = ?',
	);
	const settings = store.database.prepare('SELECT DISTINCT mode, tune_id AS id FROM setting');
	for (const row of settings.iterate()) insert.run(String(row['mode']), Number(row['id']));
}
