import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLTagStore } from 'node:sqlite';
import { MirrorError } from '../core/errors.ts';

/** Matches `PRAGMA user_version` in schema.sql; raise both together. */
export const SCHEMA_VERSION = 3;

/** An open store. Query functions in this folder take it as their first parameter. */
export interface Store {
	database: DatabaseSync;
	/** Runs tagged SQL; statements are prepared once and kept. */
	sql: SQLTagStore;
	close: () => void;
}

export function storePath(work: string): string {
	return path.join(work, 'store.sqlite');
}

/**
 * Opens the store read-only.
 *
 * @throws MirrorError when it is missing or of another version, with the command to run.
 */
export function openStore(file: string): Store {
	if (!existsSync(file)) {
		throw new MirrorError(
			`There is no store at ${file}.`,
			'Run `npm run mirror` (or `npm run mirror -- --only ingest`) first.',
		);
	}
	const store = wrap(new DatabaseSync(file, { readOnly: true }));
	const found = store.database.prepare('PRAGMA user_version').get()?.['user_version'];
	if (found !== SCHEMA_VERSION) {
		store.close();
		throw new MirrorError(
			`The store at ${file} has version ${String(found)}; this program reads ${SCHEMA_VERSION}.`,
			'Run `npm run mirror -- --from ingest` to write it again.',
		);
	}
	store.database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;');
	return store;
}

/** Makes a Store of an open database. */
export function wrap(database: DatabaseSync): Store {
	return { database, sql: database.createTagStore(500), close: () => database.close() };
}
