/** A column, the same in every format of a dump. */
export interface DumpColumn {
	name: string;
	/** `date`: `YYYY-MM-DD HH:MM:SS`, UTC; `list`: of texts, as JSON if the format has no lists. */
	type: 'integer' | 'real' | 'text' | 'date' | 'list';
	/** May be unknown: null, or empty in CSV. Known text is never empty. */
	nullable?: true;
	/** A description for people. */
	about: string;
	/** The expression in the store, if not this name. */
	sql?: string;
}

/** A table, the same in every format of a dump. */
export interface DumpTable {
	name: string;
	about: string;
	/** The columns that identify a row. */
	key: readonly string[];
	columns: readonly DumpColumn[];
	/** What follows FROM in the store, with an unambiguous order that needs no sorting. */
	from: string;
	/** A query for the expected number of rows, counted in another way. */
	count: string;
	/** Useful indexes for the SQLite file. */
	indexes?: readonly string[];
}

/** A query that reads the table from the store. */
export function selectTable({ columns, from }: DumpTable): string {
	const list = columns.map(({ name, sql = name }) => `${sql} AS "${name}"`);
	return `SELECT ${list.join(', ')} FROM ${from}`;
}
