import { selectTable, type DumpColumn, type DumpTable } from './table.ts';

const TYPES: Record<DumpColumn['type'], string> = {
	integer: 'INTEGER',
	real: 'REAL',
	text: 'TEXT',
	date: 'TEXT',
	list: 'TEXT',
};

const NOTES: Partial<Record<DumpColumn['type'], string>> = {
	date: ' YYYY-MM-DD HH:MM:SS, UTC.',
	list: ' A JSON array of texts.',
};

/** The tables as SQL with comments, which SQLite keeps in the file. */
export function createTable({ name, about, columns, key }: DumpTable): string {
	const lines = columns.map(
		({ name: column, type, nullable, about: says }) =>
			`\t${column} ${TYPES[type]}${nullable ? '' : ' NOT NULL'}, -- ${says}${NOTES[type] ?? ''}\n`,
	);
	// A key of one integer is already the rowid.
	const [only] = columns.filter((column) => key.length === 1 && column.name === key[0]);
	const options = only?.type === 'integer' ? 'STRICT' : 'STRICT, WITHOUT ROWID';
	return `CREATE TABLE ${name} ( -- ${about}\n${lines.join('')}\tPRIMARY KEY (${key.join(', ')})\n) ${options};\n`;
}

export function createIndexes({ name, indexes = [] }: DumpTable): string {
	return indexes
		.map(
			(columns) =>
				`CREATE INDEX ${name}_${columns.replaceAll(', ', '_')} ON ${name} (${columns});\n`,
		)
		.join('');
}

export function fillTable(table: DumpTable): string {
	return `INSERT INTO main.${table.name} ${selectTable(table)};`;
}

/** The source and licence of the data; the keys are those of the manifest. */
export const ABOUT_TABLE = `CREATE TABLE about ( -- Whose the data is and where it comes from.
	key TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (key)
) STRICT, WITHOUT ROWID;
`;

/** schema.sql of the dumps. */
export function schemaSql(tables: readonly DumpTable[]): string {
	const parts = tables.map((table) => createTable(table) + createIndexes(table));
	return [ABOUT_TABLE, ...parts].join('\n');
}
