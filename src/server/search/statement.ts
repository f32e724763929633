import type { DatabaseSync } from 'node:sqlite';

export type Statement = ReturnType<DatabaseSync['prepare']>;

const statements = new WeakMap<DatabaseSync, Map<string, Statement>>();

/** A statement, prepared once for each open file. */
export function statement(database: DatabaseSync, sql: string): Statement {
	const known = statements.get(database) ?? new Map<string, Statement>();
	statements.set(database, known);
	const found = known.get(sql) ?? database.prepare(sql);
	known.set(sql, found);
	return found;
}
