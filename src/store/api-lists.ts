import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** A list of ids, given by the SQL that orders them; `:values` are bound by name. */
export interface IdList {
	/** What follows SELECT: `id FROM tune WHERE … ORDER BY …`. The order must have no ties. */
	sql: string;
	/** What is counted: `tune WHERE …`. */
	from: string;
	values?: Record<string, string | number>;
}

export function countIds(store: Store, { from, values = {} }: IdList): number {
	return Number(prepared(store, `SELECT count(*) AS n FROM ${from}`).get(values)?.['n']);
}

export function someIds(store: Store, list: IdList, limit: number, offset: number): number[] {
	const rows = prepared(store, `SELECT ${list.sql} LIMIT :limit OFFSET :offset`).all({
		...list.values,
		limit,
		offset,
	});
	return rows.map(({ id }) => Number(id));
}
