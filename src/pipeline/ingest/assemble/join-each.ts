import type { Kind } from '../../../core/kinds.ts';
import { CSV_TABLES } from '../csv/tables.ts';
import type { Assembly } from './assembly.ts';

/** The start of the reason recorded with every row read for a thing that could not be joined. */
export const NOT_JOINED = 'could not be joined';

/** Up to this many may fail in a row; if more do and none succeeds, the program is at fault. */
const MOST_FAILURES = 20;

/**
 * Joins things one by one. An exception discards the thing it comes from, with everything written for it,
 * and is reported with that thing's id.
 *
 * @throws the first failure when the store cannot be written, or when everything fails
 */
export function joinEach(
	assembly: Assembly,
	what: Kind | 'sets',
	ids: Iterable<number>,
	join: (id: number) => void,
): void {
	const { store } = assembly;
	const begin = store.prepare('SAVEPOINT thing');
	const undo = store.prepare('ROLLBACK TO thing');
	const end = store.prepare('RELEASE thing');
	const failures: unknown[] = [];
	let joined = 0;
	for (const id of ids) {
		begin.run();
		try {
			join(id);
			joined++;
		} catch (error) {
			undo.run();
			failures.push(error);
			refuseThing(assembly, what, id, reasonOf(error));
		}
		end.run();
	}
	if (joined === 0 && failures.length > MOST_FAILURES) throw failures[0];
}

/**
 * Why one thing's rows were rejected, given by the class of the error.
 *
 * @throws the error when the thing is not to blame: a full disk, an invalid statement
 */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return NOT_JOINED;
	if (!('errcode' in error)) return `${NOT_JOINED} (${error.name})`;
	// Extended codes have the class in their last byte. Messages of this class name only columns.
	if ((Number(error.errcode) & 0xff) !== CONSTRAINT) throw error;
	return `${NOT_JOINED} (${error.message})`;
}

/** SQLITE_CONSTRAINT */
const CONSTRAINT = 19;

/** The CSV source of a thing: the table, and the column with its id. */
const ROWS: Record<Kind | 'sets', [table: string, column: string] | null> = {
	tunes: ['tunes', 'tune_id'],
	recordings: ['recordings', 'id'],
	sessions: ['sessions', 'id'],
	events: ['events', 'id'],
	discussions: null,
	sets: ['sets', 'tuneset'],
};

/** Records every row and the page that a thing was read from. */
function refuseThing(
	{ tables, pages, refuse }: Assembly,
	what: Kind | 'sets',
	id: number,
	reason: string,
): void {
	const [name, column] = ROWS[what] ?? [];
	const table = CSV_TABLES.find((candidate) => candidate.name === name);
	if (table) {
		const rows = tables.prepare(
			`SELECT row, ${table.id} AS id FROM ${table.name} WHERE ${column} = ? ORDER BY row`,
		);
		for (const row of rows.all(id))
			refuse(table.file, `row ${row['row']}`, Number(row['id']), reason);
	}
	const page = pages.prepare('SELECT 1 FROM page WHERE kind = ? AND id = ? AND json IS NOT NULL');
	if (page.get(what, id)) refuse(`archive/${what}`, `${what}/${id}/index.html`, id, reason);
}
