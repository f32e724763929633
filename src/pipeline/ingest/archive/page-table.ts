import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import { openCache } from '../cache.ts';
import { keepLost } from './coverage.ts';
import type { PagePlace } from './page.ts';
import type { PageRow } from './read-row.ts';

/** What the archive's pages said when they were last read: pages.sqlite in the work folder. */
export function openPages(work: string): DatabaseSync {
	return openCache(path.join(work, 'pages.sqlite'), new URL('pages.sql', import.meta.url));
}

/** Blob ids of the pages that this version of the code has read, by `kind/id`. */
export function knownBlobs(database: DatabaseSync, reader: string): Map<string, string> {
	const select = database.prepare('SELECT kind, id, blob FROM page WHERE reader = ?');
	const known = new Map<string, string>();
	for (const { kind, id, blob } of select.iterate(reader)) known.set(`${kind}/${id}`, String(blob));
	return known;
}

/**
 * A page that could not be understood keeps its last good version; a page whose new reading lacks
 * something the old one had keeps that until the section is judged.
 */
export function pageWriter(database: DatabaseSync, reader: string): (rows: PageRow[]) => void {
	const jsonOf = database.prepare('SELECT json FROM page WHERE kind = ? AND id = ?');
	const insert = database.prepare(
		`INSERT OR REPLACE INTO page (kind, id, blob, reader, json, refused, seen, own, lost)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const insertFault = database.prepare(
		`INSERT INTO page (kind, id, blob, reader, fault) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET
			blob = excluded.blob, reader = excluded.reader, fault = excluded.fault`,
	);
	const write = ({ place, json: own, fault, refused, seen, stated }: PageRow): void => {
		const { kind, id, blob } = place;
		if (own === null) {
			insertFault.run(kind, id, blob, reader, fault);
			return;
		}
		const before = jsonOf.get(kind, id)?.['json'];
		const { json, lost } =
			typeof before === 'string' && before !== own && stated
				? keepLost(kind, before, own, stated)
				: { json: own, lost: [] };
		const kept = lost.length > 0;
		const lists = [seen && JSON.stringify(seen), kept && own, kept && JSON.stringify(lost)];
		insert.run(kind, id, blob, reader, json, refused, ...lists.map((text) => text || null));
	};
	return (rows) => {
		database.exec('BEGIN');
		rows.forEach(write);
		database.exec('COMMIT');
	};
}

/** The pages of a section in the table. */
export interface Held {
	/** Pages in use: those of the archive, or those of the last good version. */
	held: number;
	/** Pages that could not be understood; the last good version is used if there is one. */
	faults: number;
	/** Those of them without a last good version. */
	lost: number;
}

export function countHeld(database: DatabaseSync, kind: Kind): Held {
	const row = database
		.prepare(
			`SELECT count(*) AS held, count(fault) AS faults, count(*) - count(json) AS lost
			FROM page WHERE kind = ?`,
		)
		.get(kind);
	return {
		held: Number(row?.['held']),
		faults: Number(row?.['faults']),
		lost: Number(row?.['lost']),
	};
}

/** Removes the pages of a section that are no longer in the archive; returns how many. */
export function removeVanished(database: DatabaseSync, kind: Kind, places: PagePlace[]): number {
	const here = new Set(places.filter((place) => place.kind === kind).map((place) => place.id));
	const remove = database.prepare('DELETE FROM page WHERE kind = ? AND id = ?');
	let removed = 0;
	for (const row of database.prepare('SELECT id FROM page WHERE kind = ?').all(kind)) {
		if (here.has(Number(row['id']))) continue;
		remove.run(kind, row['id'] ?? null);
		removed++;
	}
	return removed;
}
