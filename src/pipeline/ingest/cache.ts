import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database that caches what was read from upstream. If its schema has changed it is started anew:
 * everything in it can be read again from the clones, except last good versions of what is broken there
 * today.
 */
export function openCache(file: string, schema: URL): DatabaseSync {
	const sql = readFileSync(schema, 'utf8');
	const version = createHash('sha256').update(sql).digest().readUInt32BE(0) >>> 1;
	const database = open(file);
	const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
	if (found === version) return database;
	database.close();
	for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
	const fresh = open(file);
	fresh.exec(`${sql}; PRAGMA user_version = ${version};`);
	return fresh;
}

function open(file: string): DatabaseSync {
	const database = new DatabaseSync(file);
	database.exec(
		'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536',
	);
	return database;
}
