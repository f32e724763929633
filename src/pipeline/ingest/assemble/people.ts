import type { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { compareStrings, letterOf, nameKey, oneLine, sortKey } from '../../../core/names.ts';
import { Spellings } from '../../../core/spellings.ts';
import { freeSegment } from '../../../store/address-segment.ts';

interface Person {
	id: number;
	key: string;
	spellings: Spellings;
	/** Date of the first thing seen of them. */
	since: string;
}

/** Gives every member named anywhere one row and one address, however their name is spelt. */
export class People {
	readonly #byKey = new Map<string, Person>();
	readonly #ids = new Set<number>();
	readonly #numbers = new Map<number, Spellings>();

	/**
	 * The row id of a member; null for nobody. It is a digest of the name, so that a new member changes
	 * nobody else's rows from one week to the next.
	 *
	 * @param number the member's number at thesession.org
	 */
	idOf(
		name: string | null | undefined,
		date: string | null | undefined,
		number?: number | null,
	): number | null {
		const key = nameKey(name ?? '');
		if (key === '') return null;
		const since = date ?? '9999';
		let person = this.#byKey.get(key);
		if (!person) {
			person = { id: this.#freeId(key), key, spellings: new Spellings(), since };
			this.#byKey.set(key, person);
		}
		person.spellings.add(oneLine(name ?? ''));
		if (since < person.since) person.since = since;
		if (number) this.#callNumber(number, key);
		return person.id;
	}

	/** Every spelling of members' names, by the member's row id. */
	spellings(): Map<number, string[]> {
		return new Map([...this.#byKey.values()].map((each) => [each.id, each.spellings.byUse()]));
	}

	/**
	 * Writes the members under their most frequent spelling. If two names give the same address, the earlier
	 * member gets it and the later one gets `-2`, so that a new member never takes over an address.
	 */
	write(store: DatabaseSync): void {
		const insert = store.prepare(
			'INSERT INTO member (id, slug, name, sort, letter, number) VALUES (?, ?, ?, ?, ?, ?)',
		);
		const numbers = this.#numbersByKey();
		const taken = new Set<string>(RESERVED);
		for (const person of [...this.#byKey.values()].sort(byAge)) {
			const name = person.spellings.byUse()[0] ?? person.key;
			const slug = freeSegment(person.key, taken);
			const sort = sortKey(name);
			insert.run(person.id, slug, name, sort, letterOf(sort), numbers.get(person.key) ?? null);
		}
	}

	#callNumber(number: number, key: string): void {
		let names = this.#numbers.get(number);
		if (!names) this.#numbers.set(number, (names = new Spellings()));
		names.add(key);
	}

	/** A number belongs to the name used with it most; a member with several numbers gets the lowest. */
	#numbersByKey(): Map<string, number> {
		const numbers = new Map<string, number>();
		for (const number of [...this.#numbers.keys()].sort((a, b) => a - b)) {
			const key = this.#numbers.get(number)?.byUse()[0];
			if (key !== undefined && !numbers.has(key)) numbers.set(key, number);
		}
		return numbers;
	}

	#freeId(key: string): number {
		let id = digestId(key);
		for (let n = 2; this.#ids.has(id); n++) id = digestId(`${key}\n${n}`);
		this.#ids.add(id);
		return id;
	}
}

/** 48 bits: among 100,000 names, two share one in one of 50,000 mirrors. */
function digestId(name: string): number {
	return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}

function byAge(a: Person, b: Person): number {
	return compareStrings(a.since, b.since) || compareStrings(a.key, b.key);
}

/**
 * Names that the API uses beside members: folders for forms, as members' XML is in `/members/xml/` and
 * their lists are in `/members/<slug>/`, and `/members/search`.
 */
const RESERVED = ['json', 'search', 'xml'];
