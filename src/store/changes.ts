import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { TABLES } from './tables.ts';

/** The names of some things, by id; those that are not in the store are left out. */
export function namesOf(
	store: Store,
	kind: Kind,
	ids: readonly number[],
): { id: number; name: string }[] {
	return prepared(
		store,
		`SELECT id, name FROM ${TABLES[kind]} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
	).all(JSON.stringify(ids)) as unknown as { id: number; name: string }[];
}

/** The tunes to which the given settings belong, by setting id. */
export function tuneOfSettings(
	store: Store,
	ids: readonly number[],
): { id: number; tuneId: number; name: string }[] {
	return store.sql.all`
		SELECT s.id, s.tune_id AS tuneId, t.name FROM setting s JOIN tune t ON t.id = s.tune_id
		WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY s.id
	` as unknown as { id: number; tuneId: number; name: string }[];
}

/** The members who own the given sets, each once, in the order of their sets' ids. */
export function membersOfSets(
	store: Store,
	ids: readonly number[],
): { slug: string; name: string }[] {
	return store.sql.all`
		SELECT m.slug, m.name FROM tuneset s JOIN member m ON m.id = s.member_id
		WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
		GROUP BY m.id ORDER BY min(s.id)` as unknown as { slug: string; name: string }[];
}
