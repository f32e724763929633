import type { DatabaseSync } from 'node:sqlite';
import type { Kind, ThingRef } from '../core/kinds.ts';
import type { Store } from './open.ts';

/** What is left of what `suppress.json` took out: enough to say that it is gone for good. */
export interface Suppressed {
	/** Digest of what was asked for. */
	list: string;
	things: Record<Kind | 'sets', number[]>;
	/** Of their slugs and thesession.org's numbers, SHA-256 in hexadecimal digits; neither is anywhere. */
	members: string[];
}

/** The ids ascending, with all that went with what was listed; undefined when nothing is suppressed. */
export function suppressed(store: Store): Suppressed | undefined {
	return suppressedIn(store.database);
}

/** The same, of a database that is still being written. */
export function suppressedIn(database: DatabaseSync): Suppressed | undefined {
	const row = database.prepare(`SELECT value FROM meta WHERE key = 'suppressed'`).get();
	return typeof row?.['value'] === 'string' ? (JSON.parse(row['value']) as Suppressed) : undefined;
}

/** Whether a thing was taken out, rather than never there. */
export function isSuppressed(store: Store, { kind, id }: ThingRef): boolean {
	return suppressed(store)?.things[kind].includes(id) ?? false;
}

export function isSetSuppressed(store: Store, id: number): boolean {
	return suppressed(store)?.things.sets.includes(id) ?? false;
}

/** Whether a member was taken out, by the digest of slug or number: SHA-256 in hexadecimal digits. */
export function isMemberSuppressed(store: Store, digest: string): boolean {
	return suppressed(store)?.members.includes(digest) ?? false;
}
