import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import type { Assembly } from '../assemble/assembly.ts';
import { NOT_JOINED } from '../assemble/join-each.ts';
import { CSV_TABLES } from '../csv/tables.ts';

/** The reason recorded for every row left out because of `suppress.json`. */
const SUPPRESSED = 'suppressed';

/** How to tell which rows of a table are gone: the column of ids, and what they identify. */
const COLUMNS: Record<string, [column: string, what: string]> = {
	tunes: ['setting_id', 'settings'],
	aliases: ['tune_id', 'tunes'],
	tune_popularity: ['tune_id', 'tunes'],
	recordings: ['id', 'recordings'],
	sessions: ['id', 'sessions'],
	events: ['id', 'events'],
	sets: ['tuneset', 'sets'],
};

/**
 * Records, by id only, every row, page and part of a page that removed things were read from. A row already
 * rejected for another reason is not counted twice.
 */
export function refuseSuppressed(assembly: Assembly, kinds: readonly Kind[]): void {
	for (const table of CSV_TABLES) if (kinds.includes(table.kind)) refuseRows(assembly, table);
	for (const kind of kinds) refusePages(assembly, kind);
	const { store, refuse } = assembly;
	const comments = store.prepare(
		`SELECT kind, thing_id, id FROM gone_comment
		WHERE NOT EXISTS (SELECT 1 FROM gone WHERE what = kind AND gone.id = thing_id)
		ORDER BY kind, thing_id, id`,
	);
	for (const { kind, thing_id: thing, id } of comments.iterate())
		refuse(`archive/${kind}`, `${kind}/${thing}/index.html`, `comment${id}`, SUPPRESSED);
}

/** How many complete pages of a section were understood but left out: suppressed, or impossible to join. */
export function pagesLeftOut(store: DatabaseSync, kind: Kind): number {
	const row = store
		.prepare(
			`SELECT count(DISTINCT place) AS n FROM refused
			WHERE source = ? AND (reason = ? OR reason LIKE ? || '%') AND id GLOB '[0-9]*'`,
		)
		.get(`archive/${kind}`, SUPPRESSED, NOT_JOINED);
	return Number(row?.['n']);
}

function refuseRows(
	{ tables, store, refuse }: Assembly,
	{ name, file, id }: (typeof CSV_TABLES)[number],
): void {
	const [column, what] = COLUMNS[name] ?? [];
	if (column === undefined || what === undefined)
		throw new Error(`Nothing says which rows of ${name} are suppressed.`);
	const refused = new Set(
		store
			.prepare('SELECT place FROM refused WHERE source = ?')
			.all(file)
			.map(({ place }) => place),
	);
	const rows = tables.prepare(
		`SELECT row, ${id} AS id FROM ${name} WHERE ${column} = ? ORDER BY row`,
	);
	for (const gone of store.prepare('SELECT id FROM gone WHERE what = ? ORDER BY id').all(what)) {
		for (const row of rows.iterate(Number(gone['id']))) {
			const place = `row ${row['row']}`;
			if (!refused.has(place)) refuse(file, place, Number(row['id']), SUPPRESSED);
		}
	}
}

function refusePages({ pages, store, refuse }: Assembly, kind: Kind): void {
	const find = pages.prepare('SELECT 1 FROM page WHERE kind = ? AND id = ? AND json IS NOT NULL');
	for (const gone of store.prepare('SELECT id FROM gone WHERE what = ? ORDER BY id').all(kind)) {
		const id = Number(gone['id']);
		if (find.get(kind, id)) refuse(`archive/${kind}`, `${kind}/${id}/index.html`, id, SUPPRESSED);
	}
}
