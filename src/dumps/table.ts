/** A column as it stands in every form of a dump. */
export interface DumpColumn {
	name: string;
	/** `date`: `YYYY-MM-DD HH:MM:SS`, UTC; `list`: of texts, JSON where the form has no lists. */
	type: 'integer' | 'real' | 'text' | 'date' | 'list';
	/** May be unknown: null, in CSV nothing. Text that is known is never empty. */
	nullable?: true;
	/** What it says, for a person. */
	about: string;
	/** How the store has it, when not by this name. */
	sql?: string;
}

/** A table as it stands in every form of a dump. */
export interface DumpTable {
	name: string;
	about: string;
	/** The columns that tell its rows apart. */
	key: readonly string[];
	columns: readonly DumpColumn[];
	/** What follows FROM in the store, in an order without ties that needs no sorting. */
	from: string;
	/** How many rows there must be, asked for another way. */
	count: string;
	/** What one would look up, for the SQLite file. */
	indexes?: readonly string[];
}

/** Reads a table out of the store, whose tables are the ones in sight. */
export function selectTable({ columns, from }: DumpTable): string {
	const list = columns.map(({ name, sql = name }) => `${sql} AS "${name}"`);
	return `SELECT ${list.join(', ')} FROM ${from}`;
}
