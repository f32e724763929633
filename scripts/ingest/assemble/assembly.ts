import type { DatabaseSync } from 'node:sqlite';
import type { Kind, Source } from '../../../src/domain/kinds.ts';
import type { ArchivePage } from '../archive/page.ts';
import type { People } from './people.ts';

/** What every step of the joining works with. */
export interface Assembly {
	/** Last good CSV rows. */
	tables: DatabaseSync;
	/** Last good archive pages. */
	pages: DatabaseSync;
	/** The store being written. */
	store: DatabaseSync;
	people: People;
	/** Notes a row that was read and is not stored. */
	refuse: (source: string, place: string, id: number | string, reason: string) => void;
}

/** Reads archive pages one at a time. */
export function pageReader(
	{ pages }: Pick<Assembly, 'pages'>,
	kind: Kind,
): (id: number) => ArchivePage | undefined {
	const select = pages.prepare('SELECT json FROM page WHERE kind = ? AND id = ?');
	return (id) => {
		const json = select.get(kind, id)?.['json'];
		return typeof json === 'string' ? (JSON.parse(json) as ArchivePage) : undefined;
	};
}

/** Every id of the CSV query and of the archive's section, ascending, each once. */
export function unionOfIds(
	{ tables, pages }: Pick<Assembly, 'tables' | 'pages'>,
	kind: Kind,
	csvQuery?: string,
): number[] {
	const ids = new Set<number>();
	if (csvQuery) for (const row of tables.prepare(csvQuery).iterate()) ids.add(Number(row['id']));
	const select = pages.prepare('SELECT id FROM page WHERE kind = ? AND json IS NOT NULL');
	for (const row of select.iterate(kind)) ids.add(Number(row['id']));
	return [...ids].sort((a, b) => a - b);
}

export function sourceOf(inCsv: boolean, inArchive: boolean): Source {
	if (inCsv && inArchive) return 'both';
	return inCsv ? 'csv' : 'archive';
}
