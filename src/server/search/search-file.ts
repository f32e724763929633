import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KINDS, type Kind } from '../../core/kinds.ts';

/** What can be searched by words. */
export type Searched = Kind | 'members';
export const SEARCHED: readonly Searched[] = [...KINDS, 'members'];

/** Increase it with any change to the output of make-search.ts. */
const SEARCH_VERSION = 1;

/** Path of the search file, beside the store. */
export function searchPath(work: string): string {
	return path.join(work, 'search.sqlite');
}

/** Identifies the file now at a path; differs once the file is replaced. */
export function fileIdentity(file: string): string {
	const { ino, size, mtimeMs } = statSync(file, { throwIfNoEntry: true });
	return `${SEARCH_VERSION}-${ino}-${size}-${mtimeMs}`;
}

/** Opens a search file, and gives the identity of the store it was made from. */
export function openSearch(file: string): { database: DatabaseSync; madeOf: string } {
	const database = new DatabaseSync(file, { readOnly: true });
	database.exec('PRAGMA cache_size = -16384; PRAGMA mmap_size = 268435456;');
	const row = database.prepare('SELECT store FROM made_of').get();
	return { database, madeOf: String(row?.['store']) };
}

/** True when the file exists and was made from the current store. */
export function isMade(searchFile: string, storeFile: string): boolean {
	let database: DatabaseSync | undefined;
	try {
		const opened = openSearch(searchFile);
		database = opened.database;
		return opened.madeOf === fileIdentity(storeFile);
	} catch {
		// Missing, made by another program version or broken: it is made again.
		return false;
	} finally {
		database?.close();
	}
}
