import type { DatabaseSync } from 'node:sqlite';
import { KINDS, type Kind } from '../../../core/kinds.ts';
import type { PagePlace } from '../archive/page.ts';
import type { Elsewhere } from './losses.ts';
import { idsInTable, idsOfPages } from './versions.ts';

/** The table with the rows of a kind; discussions have none. */
export function mainTable(kind: Kind): string | undefined {
	return kind === 'discussions' ? undefined : kind;
}

/** The ids that both sources have. Create it before either is read. */
export interface SourceIds {
	ofPages: (kind: Kind) => Elsewhere;
	/** Call it once the tables are read. */
	ofRows: (kind: Kind) => Elsewhere | undefined;
}

export function sourceIds(
	tables: DatabaseSync,
	pages: DatabaseSync,
	places: readonly PagePlace[],
): SourceIds {
	const rowsOf = (kind: Kind): Set<number> => {
		const table = mainTable(kind);
		return table === undefined ? new Set() : idsInTable(tables, table);
	};
	const rowsBefore = new Map(KINDS.map((kind) => [kind, rowsOf(kind)]));
	const pagesBefore = new Map(KINDS.map((kind) => [kind, idsOfPages(pages, kind)]));
	const pagesNow = new Map(KINDS.map((kind) => [kind, new Set<number>()]));
	for (const { kind, id } of places) pagesNow.get(kind)?.add(id);
	const none = new Set<number>();
	return {
		ofPages: (kind) => ({
			before: pagesBefore.get(kind) ?? none,
			now: pagesNow.get(kind) ?? none,
		}),
		ofRows: (kind) => ({ before: rowsBefore.get(kind) ?? none, now: rowsOf(kind) }),
	};
}
