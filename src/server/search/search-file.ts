import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KINDS, type Kind } from '../../core/kinds.ts';

/** What can be searched by words. */
export type Searched = Kind | 'members';
export const SEARCHED: readonly Searched[] = [...KINDS, 'members'];

/** Raised with any change of what make-search.ts writes. */
const SEARCH_VERSION = 1;

/** Beside the store. */
export function searchPath(work: string): string {
	return path.join(work, 'search.sqlite');
}

/** Which file stands at a path just now: another once it is replaced. */
export function fileIdentity(file: string): string {
	const { ino, size, mtimeMs } = statSync(file, { throwIfNoEntry: true });
	return `${SEARCH_VERSION}-${ino}-${size}-${mtimeMs}`;
}

/** Opens the file at `file`, and tells the identity of the store it was made of. */
export function openSearch(file: string): { database: DatabaseSync; madeOf: string } {
	const database = new DatabaseSync(file, { readOnly: true });
	database.exec('PRAGMA cache_size = -16384; PRAGMA mmap_size = 268435456;');
	const row = database.prepare('SELECT store FROM made_of').get();
	return { database, madeOf: String(row?.['store']) };
}

/** True when there is a file made of the store as it stands. */
export function isMade(searchFile: string, storeFile: string): boolean {
	let database: DatabaseSync | undefined;
	try {
		const opened = openSearch(searchFile);
		database = opened.database;
		return opened.madeOf === fileIdentity(storeFile);
	} catch {
		// Missing, of another program or broken: it is made anew.
		return false;
	} finally {
		database?.close();
	}
}
