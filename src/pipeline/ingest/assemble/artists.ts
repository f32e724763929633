import type { DatabaseSync } from 'node:sqlite';
import { letterOf, nameKey, oneLine, sortKey } from '../../../core/names.ts';
import { majorityName } from '../../../core/spellings.ts';
import { freeSegment } from '../../../store/address-segment.ts';
import type { Assembly } from './assembly.ts';

/** Who made a recording, as far as either source says. */
interface Credit {
	recording: number;
	/** thesession.org's number of the artist, the only information in recent CSV files. */
	number: number | null;
	name: string | null;
}

interface Artist {
	slug: string;
	name: string;
	number: number | null;
}

/**
 * The artists of all recordings. An artist with a number gets the name that most of its recordings give, in
 * either source; that name also identifies the artist where the number is missing.
 */
export class Artists {
	readonly #artists: Artist[] = [];
	readonly #byRecording = new Map<number, Artist>();
	/** Recordings whose own page gives the artist another name, ascending. */
	readonly renamed: number[] = [];

	constructor(sources: Pick<Assembly, 'tables' | 'pages'>) {
		const credits = readCredits(sources);
		const numbers = numbersByName(credits);
		const keyOf = ({ number, name }: Credit): string | null => {
			const known = number ?? numbers.get(nameKey(name ?? ''));
			return known === undefined ? name && nameKey(name) : `#${known}`;
		};
		const slugs = new Set<string>();
		for (const [key, albums] of Map.groupBy(credits, keyOf)) {
			if (key === null) continue;
			const name = majorityName(namesIn(albums));
			const number = albums.find((album) => album.number !== null)?.number ?? null;
			const shown = name ?? `Unknown artist ${number}`;
			const artist = { slug: freeSegment(shown, slugs), name: shown, number };
			this.#artists.push(artist);
			for (const album of albums) {
				this.#byRecording.set(album.recording, artist);
				if (album.name && nameKey(album.name) !== nameKey(shown))
					this.renamed.push(album.recording);
			}
		}
		this.renamed.sort((a, b) => a - b);
	}

	/** The address of a recording's artist; null when neither source names one. */
	slugFor(recording: number): string | null {
		return this.#byRecording.get(recording)?.slug ?? null;
	}

	/** Writes the artists of recordings that are in the store. */
	write(store: DatabaseSync): void {
		const insert = store.prepare(
			'INSERT INTO artist (slug, name, sort, letter, number, recordings) VALUES (?, ?, ?, ?, ?, 0)',
		);
		for (const { slug, name, number } of this.#artists) {
			const sort = sortKey(name);
			insert.run(slug, name, sort, letterOf(sort), number);
		}
		store.exec(`
			UPDATE artist SET recordings =
				(SELECT count(*) FROM recording WHERE artist_slug = artist.slug);
			DELETE FROM artist WHERE recordings = 0`);
	}
}

/** Ordered by recording, so that of two artists with the same name the older keeps the address. */
function readCredits({ tables, pages }: Pick<Assembly, 'tables' | 'pages'>): Credit[] {
	const credits = new Map<number, Credit>();
	const creditOf = (recording: number): Credit => {
		const known = credits.get(recording) ?? { recording, number: null, name: null };
		credits.set(recording, known);
		return known;
	};
	const archived = pages.prepare(
		`SELECT id, json ->> '$.recording.artist' AS artist FROM page
		WHERE kind = 'recordings' AND json IS NOT NULL`,
	);
	for (const { id, artist } of archived.iterate())
		creditOf(Number(id)).name = oneLine(String(artist ?? '')) || null;
	const rows = tables.prepare(
		'SELECT id, artist, min(row) FROM recordings WHERE artist IS NOT NULL GROUP BY id',
	);
	for (const { id, artist } of rows.iterate()) {
		const text = oneLine(String(artist));
		if (/^\d{1,9}$/.test(text)) creditOf(Number(id)).number = Number(text);
		else if (text !== '') creditOf(Number(id)).name = text;
	}
	return [...credits.values()].sort((a, b) => a.recording - b.recording);
}

/** The number for each name: of two artists with the same name, that of the one with more recordings. */
function numbersByName(credits: readonly Credit[]): Map<string, number> {
	const numbered = credits.filter(({ number }) => number !== null);
	const byNumber = [...Map.groupBy(numbered, ({ number }) => Number(number))];
	const numbers = new Map<string, number>();
	for (const [number, albums] of byNumber.sort(
		([a, albumsOfA], [b, albumsOfB]) => albumsOfB.length - albumsOfA.length || a - b,
	)) {
		const name = majorityName(namesIn(albums));
		const key = name && nameKey(name);
		if (key && !numbers.has(key)) numbers.set(key, number);
	}
	return numbers;
}

function namesIn(albums: readonly Credit[]): string[] {
	return albums.flatMap(({ name }) => name ?? []);
}
