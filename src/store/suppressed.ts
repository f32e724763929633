import type { DatabaseSync } from 'node:sqlite';
import type { Kind, ThingRef } from '../core/kinds.ts';
import type { Store } from './open.ts';

/** What remains of what `suppress.json` removed: enough to answer that it is gone for good. */
export interface Suppressed {
	/** Digest of the request. */
	list: string;
	things: Record<Kind | 'sets', number[]>;
	/** SHA-256, in hexadecimal, of their slugs and thesession.org numbers; neither is stored anywhere. */
	members: string[];
}

/**
 * Ids ascending, including everything that went with what was listed; undefined when nothing is suppressed.
 */
export function suppressed(store: Store): Suppressed | undefined {
	return suppressedIn(store.database);
}

/** The same for a database that is still being written. */
export function suppressedIn(database: DatabaseSync): Suppressed | undefined {
	const row = database.prepare(`SELECT value FROM meta WHERE key = 'suppressed'`).get();
	return typeof row?.['value'] === 'string' ? (JSON.parse(row['value']) as Suppressed) : undefined;
}

/** Whether a thing was removed, as opposed to never having existed. */
export function isSuppressed(store: Store, { kind, id }: ThingRef): boolean {
	return suppressed(store)?.things[kind].includes(id) ?? false;
}

export function isSetSuppressed(store: Store, id: number): boolean {
	return suppressed(store)?.things.sets.includes(id) ?? false;
}

/** Whether a member was removed, by the SHA-256 (hexadecimal) of slug or number. */
export function isMemberSuppressed(store: Store, digest: string): boolean {
	return suppressed(store)?.members.includes(digest) ?? false;
}
