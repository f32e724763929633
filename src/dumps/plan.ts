import { isKind } from '../core/kinds.ts';
import { addressSegment } from '../store/address-segment.ts';
import type { Store } from '../store/open.ts';
import { abcOf, typesIn } from './abc.ts';
import { apiItemsOf } from './api-items.ts';
import { csvOf } from './csv.ts';
import type { DumpFormat, Written } from './dump-file.ts';
import { ndjsonOf } from './ndjson.ts';
import type { DumpTable } from './table.ts';

/** A text file to write. */
export interface PlannedFile {
	name: string;
	format: Exclude<DumpFormat, 'sqlite'>;
	about: string;
	/** How many rows it must have. */
	rows: number;
	texts: () => Iterable<Written>;
}

/** The text files, in order. */
export function planFiles(
	store: Store,
	counts: ReadonlyMap<DumpTable, number>,
	formats: readonly DumpFormat[],
): PlannedFile[] {
	const ofTables = [...counts].flatMap(([table, rows]) => tableFiles(store, table, rows));
	const ofTypes = typesIn(store).map((type) => abcFile(store, type));
	return [...ofTables, ...ofTypes].filter(({ format }) => formats.includes(format));
}

/** How many rows of a table the store has. */
export function countRows(store: Store, { count }: DumpTable): number {
	return Number(Object.values(store.database.prepare(count).get() ?? {})[0]);
}

function tableFiles(store: Store, table: DumpTable, rows: number): PlannedFile[] {
	const { name, about } = table;
	const files: PlannedFile[] = [
		{
			name: `${name}.ndjson.gz`,
			format: 'ndjson',
			about,
			rows,
			texts: () => ndjsonOf(store, table),
		},
		{ name: `${name}.csv.gz`, format: 'csv', about, rows, texts: () => csvOf(store, table) },
	];
	if (isKind(name))
		files.push({
			name: `${name}.api.ndjson.gz`,
			format: 'api',
			about: `All ${name} as the API answers them.`,
			rows,
			texts: () => apiItemsOf(store, name),
		});
	return files;
}

function abcFile(store: Store, type: string): PlannedFile {
	const row = store.sql.get`SELECT count(*) AS n FROM setting s JOIN tune t ON t.id = s.tune_id
		WHERE t.type = ${type}`;
	return {
		name: `${addressSegment(type)}.abc.gz`,
		format: 'abc',
		about: `Every setting of the type ${type}.`,
		rows: Number(row?.['n']),
		texts: () => abcOf(store, type),
	};
}
