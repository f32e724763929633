import type { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { letterOf, slugify, sortKey } from '../../../src/domain/names.ts';

interface Person {
	id: number;
	name: string;
	/** Of the first thing seen of them. */
	since: string;
	number: number | null;
}

/** Gives every member named anywhere one row and one address. */
export class People {
	readonly #byName = new Map<string, Person>();

	/**
	 * The row id of a member; null for nobody. It is a digest of the name, so that a newcomer changes
	 * nobody else's rows from one week to the next.
	 */
	idOf(
		name: string | null | undefined,
		date: string | null | undefined,
		number?: number | null,
	): number | null {
		if (!name) return null;
		const since = date ?? '9999';
		let person = this.#byName.get(name);
		if (!person) {
			person = { id: digestId(name), name, since, number: null };
			this.#byName.set(name, person);
		}
		if (since < person.since) person.since = since;
		if (number) person.number = number;
		return person.id;
	}

	/**
	 * Writes the members. Where two names make one address the earlier member has it and the later
	 * gets `-2`, so that a newcomer never takes an address over.
	 */
	write(store: DatabaseSync): void {
		const insert = store.prepare(
			'INSERT INTO member (id, slug, name, sort, letter, number) VALUES (?, ?, ?, ?, ?, ?)',
		);
		const taken = new Set<string>(RESERVED);
		for (const person of [...this.#byName.values()].sort(byAge)) {
			const slug = freeSlug(person.name, taken);
			const sort = sortKey(person.name);
			insert.run(person.id, slug, person.name, sort, letterOf(sort), person.number);
		}
	}
}

/** 48 bits: among 100,000 names two share an id once in 50,000 mirrors, and SQLite would say so. */
function digestId(name: string): number {
	return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}

function byAge(a: Person, b: Person): number {
	if (a.since !== b.since) return a.since < b.since ? -1 : 1;
	return a.name < b.name ? -1 : 1;
}

/** A name as an address segment; names of other scripts get a digest, and so does `index`. */
export function plainSlug(name: string): string {
	const slug = slugify(name);
	if (slug === '') return `x${shortDigest(name)}`;
	return slug === FRONT ? `${slug}-${shortDigest(slug)}` : slug;
}

/** The file of the front page of a folder. */
const FRONT = 'index';

/**
 * What the API has beside the members: folders for forms, as members' XML lies in `/members/xml/` and
 * their lists in `/members/<slug>/`, and `/members/search`.
 */
const RESERVED = ['json', 'search', 'xml'];

function shortDigest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** A name's own slug, or with a number behind it when that is taken. */
export function freeSlug(name: string, taken: Set<string>): string {
	const plain = plainSlug(name);
	let slug = plain;
	for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
	taken.add(slug);
	return slug;
}
