import type { DatabaseSync } from 'node:sqlite';
import { letterOf, sortKey } from '../../../src/domain/names.ts';
import type { Assembly } from './assembly.ts';
import { freeSlug } from './people.ts';

interface Artist {
	slug: string;
	name: string;
	number: number | null;
	recordings: number;
}

/**
 * Recent CSV files name an artist by number only; the name stands on the archive's pages. A number
 * that any page explains is known everywhere.
 */
export class Artists {
	readonly #names: Map<number, string>;
	readonly #numbers: Map<string, number>;
	readonly #artists = new Map<string, Artist>();
	readonly #slugs = new Set<string>();

	constructor(sources: Pick<Assembly, 'tables' | 'pages'>) {
		this.#names = artistNames(sources);
		this.#numbers = new Map([...this.#names].map(([number, name]) => [name, number]));
	}

	/** The address of a recording's artist, from what either source says; null when neither does. */
	slugFor(fromCsv: string | null, fromArchive: string | null): string | null {
		const csvNumber = fromCsv && /^\d{1,9}$/.test(fromCsv) ? Number(fromCsv) : null;
		const known = fromArchive ?? (csvNumber === null ? fromCsv : this.#names.get(csvNumber));
		const number = csvNumber ?? (known ? (this.#numbers.get(known) ?? null) : null);
		const name = known ?? (number === null ? null : `Unknown artist ${number}`);
		if (!name) return null;
		const key = number === null ? name : `#${number}`;
		let artist = this.#artists.get(key);
		if (!artist) {
			artist = { slug: freeSlug(name, this.#slugs), name, number, recordings: 0 };
			this.#artists.set(key, artist);
		}
		artist.recordings++;
		return artist.slug;
	}

	write(store: DatabaseSync): void {
		const insert = store.prepare(
			'INSERT INTO artist (slug, name, sort, letter, number, recordings) VALUES (?, ?, ?, ?, ?, ?)',
		);
		for (const { slug, name, number, recordings } of this.#artists.values()) {
			const sort = sortKey(name);
			insert.run(slug, name, sort, letterOf(sort), number, recordings);
		}
	}
}

function artistNames({ tables, pages }: Pick<Assembly, 'tables' | 'pages'>): Map<number, string> {
	const nameOf = pages.prepare(
		`SELECT json ->> '$.recording.artist' AS name FROM page WHERE kind = 'recordings' AND id = ?`,
	);
	const names = new Map<number, string>();
	for (const { id, artist } of tables
		.prepare('SELECT DISTINCT id, artist FROM recordings ORDER BY id')
		.iterate()) {
		const name = nameOf.get(id ?? null)?.['name'];
		if (typeof name === 'string' && /^\d{1,9}$/.test(String(artist)))
			names.set(Number(artist), name);
	}
	return names;
}
