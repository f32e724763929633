import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { SCHEMA_VERSION, storePath } from '../../store/open.ts';

/** What a table gained, lost and changed since the last store. */
export interface Change {
	added: number;
	removed: number;
	changed: number;
}

/** Tables that readers care about, with the columns that identify a row. */
const TABLES = {
	tune: 'id',
	setting: 'id',
	recording: 'id',
	session: 'id',
	event: 'id',
	discussion: 'id',
	comment: 'kind, thing_id, id',
	tuneset: 'id',
	member: 'id',
} as const;

/** Compares the new store with the one it will replace; empty when there is none of this version. */
export function changesSince(work: string, store: DatabaseSync): Record<string, Change> {
	const old = storePath(work);
	if (!existsSync(old)) return {};
	store.prepare('ATTACH ? AS old').run(old);
	try {
		const version = store.prepare('PRAGMA old.user_version').get()?.['user_version'];
		if (version !== SCHEMA_VERSION) return {};
		return Object.fromEntries(
			Object.entries(TABLES).map(([table, key]) => [table, compare(store, table, key)]),
		);
	} finally {
		store.exec('DETACH old');
	}
}

function compare(store: DatabaseSync, table: string, key: string): Change {
	const count = (columns: string, from: string, except: string): number =>
		Number(
			store
				.prepare(
					`SELECT count(*) AS n FROM
					(SELECT ${columns} FROM ${from}.${table} EXCEPT SELECT ${columns} FROM ${except}.${table})`,
				)
				.get()?.['n'],
		);
	const added = count(key, 'main', 'old');
	return {
		added,
		removed: count(key, 'old', 'main'),
		changed: count('*', 'main', 'old') - added,
	};
}
