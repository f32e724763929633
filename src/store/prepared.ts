import type { Store } from './open.ts';

export type Statement = ReturnType<Store['database']['prepare']>;

const statements = new WeakMap<Store, Map<string, Statement>>();

/** A statement whose SQL is composed at run time, prepared once per store. */
export function prepared(store: Store, sql: string): Statement {
	const known = statements.get(store) ?? new Map<string, Statement>();
	statements.set(store, known);
	const statement = known.get(sql) ?? store.database.prepare(sql);
	known.set(sql, statement);
	return statement;
}
