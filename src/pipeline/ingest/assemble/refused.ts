import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import { CSV_TABLES } from '../csv/tables.ts';
import type { Assembly } from './assembly.ts';

export function refuser(store: DatabaseSync): Assembly['refuse'] {
	const insert = store.prepare(
		'INSERT INTO refused (source, place, id, reason) VALUES (?, ?, ?, ?)',
	);
	return (source, place, id, reason) => {
		insert.run(source, place, String(id), reason);
	};
}

/** Adds what was rejected while reading: rows of the CSV, pages of the archive and parts of pages. */
export function copyRefused({ tables, pages, refuse }: Assembly, kinds: readonly Kind[]): void {
	const rows = tables.prepare('SELECT row, id, reason FROM refused WHERE name = ? ORDER BY row');
	for (const { name, file, kind } of CSV_TABLES) {
		if (!kinds.includes(kind)) continue;
		for (const { row, id, reason } of rows.iterate(name)) {
			refuse(file, `row ${row}`, String(id), String(reason));
		}
	}
	const faults = pages.prepare(
		`SELECT id, fault, json IS NOT NULL AS kept, refused FROM page
		WHERE kind = ? AND (fault IS NOT NULL OR refused IS NOT NULL) ORDER BY id`,
	);
	for (const kind of kinds) {
		for (const { id, fault, kept, refused } of faults.iterate(kind)) {
			const source = `archive/${kind}`;
			const place = `${kind}/${id}/index.html`;
			if (fault !== null) {
				refuse(source, place, String(id), `${fault}${kept ? ' (last good version kept)' : ''}`);
			}
			for (const part of JSON.parse(String(refused ?? '[]')) as { id: string; reason: string }[]) {
				refuse(source, place, part.id, part.reason);
			}
		}
	}
}

/** Rejected rows of one source for one reason. */
export interface RefusedGroup {
	source: string;
	reason: string;
	count: number;
	/** The first hundred. */
	places: { place: string; id: string }[];
}

/** What was rejected, as the report gives it. */
export function groupRefused(store: DatabaseSync): RefusedGroup[] {
	const groups = store
		.prepare(
			`SELECT source, reason, count(*) AS count FROM refused
			GROUP BY source, reason ORDER BY source, count(*) DESC, reason`,
		)
		.all() as unknown as Omit<RefusedGroup, 'places'>[];
	const places = store.prepare(
		'SELECT place, id FROM refused WHERE source = ? AND reason = ? LIMIT 100',
	);
	return groups.map((group) => ({
		...group,
		places: places.all(group.source, group.reason) as unknown as RefusedGroup['places'],
	}));
}
