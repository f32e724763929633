import type { DatabaseSync } from 'node:sqlite';
import type { Kind, Source, ThingRef } from '../../../core/kinds.ts';
import { displayName, oneLine } from '../../../core/names.ts';
import type { ArchivePage } from '../archive/page.ts';
import type { People } from './people.ts';

/** What every step of the join works with. */
export interface Assembly {
	/** Last good CSV rows. */
	tables: DatabaseSync;
	/** Last good archive pages. */
	pages: DatabaseSync;
	/** The store being written. */
	store: DatabaseSync;
	people: People;
	/** Records a row that was read but is not stored. */
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

/** Every id of the CSV query or the archive's section, ascending, each once. */
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

/** Reports what could not be used of a thing in the store: by its id, never by its content. */
export function told({ refuse }: Assembly, { kind, id }: ThingRef, reason: string): void {
	refuse(`joined/${kind}`, `${kind}/${id}`, id, reason);
}

/** The title of a tune in a set or on a track that has no name. */
export const UNTITLED = 'Untitled tune';

/** The first available name, as displayed; a thing that neither source names gets its number. */
export function shownName(
	assembly: Assembly,
	ref: ThingRef,
	...names: (string | null | undefined)[]
): string {
	const found = names.map((name) => displayName(oneLine(name ?? ''))).find((name) => name !== '');
	if (found !== undefined) return found;
	told(assembly, ref, 'no name in either repository');
	return `${ref.kind.charAt(0).toUpperCase()}${ref.kind.slice(1, -1)} ${ref.id}`;
}
