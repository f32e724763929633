import type { DatabaseSync } from 'node:sqlite';
import type { Assembly } from './assembly.ts';

/**
 * Removes references to missing rows and reports how many in which table: the column becomes unknown, or
 * the row goes if it means nothing without it.
 */
export function cutDangling({ store, refuse }: Pick<Assembly, 'store' | 'refuse'>): void {
	// A removed row may itself be referred to. No cycle of references links the tables, so this ends.
	for (let broken = dangling(store); broken.length > 0; broken = dangling(store)) {
		for (const reference of broken) {
			const cut = cutReference(store, reference);
			const reason = `a reference to a missing ${reference.parent}`;
			for (let n = 0; n < cut; n++)
				refuse(`joined/${reference.table}`, reference.table, '', reason);
		}
	}
}

/** A broken foreign key, in SQLite's terms. */
interface Reference {
	table: string;
	parent: string;
	fkid: number;
}

function dangling(store: DatabaseSync): Reference[] {
	const found = new Map<string, Reference>();
	for (const row of store.prepare('PRAGMA foreign_key_check').iterate()) {
		const { table, parent, fkid } = row as unknown as Reference;
		found.set(`${table} ${fkid}`, { table, parent, fkid });
	}
	return [...found.values()];
}

/** @returns how many rows broke it */
function cutReference(store: DatabaseSync, { table, parent, fkid }: Reference): number {
	const columns = store
		.prepare('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq')
		.all(table, fkid)
		.map((row) => String(row['from']));
	const keys = store
		.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
		.all(parent)
		.map((row) => String(row['name']));
	const isNullable = store.prepare(
		'SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND "notnull" = 0 AND pk = 0',
	);
	const same = columns.map((column, at) => `${parent}.${keys[at]} = ${table}.${column}`);
	const isBroken = `${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}
		AND NOT EXISTS (SELECT 1 FROM ${parent} WHERE ${same.join(' AND ')})`;
	const unknown = columns.find((column) => isNullable.get(table, column));
	const cut =
		unknown === undefined
			? `DELETE FROM ${table} WHERE ${isBroken}`
			: `UPDATE ${table} SET ${unknown} = NULL WHERE ${isBroken}`;
	return Number(store.prepare(cut).run().changes);
}
