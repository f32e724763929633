import type { DumpColumn } from './table.ts';

// Columns that several tables share. `m` is the store's member in each FROM.

export const MEMBER: DumpColumn = {
	name: 'member',
	type: 'text',
	nullable: true,
	about: 'The name of the member who added it.',
	sql: 'm.name',
};

export const SOURCE: DumpColumn = {
	name: 'source',
	type: 'text',
	about: 'Which of the two upstream repositories has it: csv, archive or both.',
};

/** The number that identifies something at thesession.org, in its addresses too. */
export function id(about: string, sql?: string): DumpColumn {
	return { name: 'id', type: 'integer', about, ...(sql !== undefined && { sql }) };
}

/** When something was added. */
export function added(sql: string): DumpColumn {
	return { name: 'date', type: 'date', nullable: true, about: 'When it was added.', sql };
}

export function integer(name: string, about: string, sql?: string): DumpColumn {
	return { name, type: 'integer', about, ...(sql !== undefined && { sql }) };
}

export function text(name: string, about: string, sql?: string): DumpColumn {
	return { name, type: 'text', about, ...(sql !== undefined && { sql }) };
}

/** The same column, but possibly unknown. */
export function maybe(column: DumpColumn): DumpColumn {
	return { ...column, nullable: true };
}
