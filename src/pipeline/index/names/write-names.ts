import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { nameTables } from '../../../core/addresses.ts';
import type { Named, NameKind } from '../../../search/names/name-table.ts';
import { nameFile, POPULAR } from '../../../search/names/name-table.ts';
import { writeTable } from '../../../search/names/write-table.ts';
import { openStore } from '../../../store/open.ts';
import { NAME_ROWS } from './name-rows.ts';

/**
 * Limit of the gzipped first table, which must answer at once on a slow connection. Servers compress
 * slightly worse than we measure, and readers are promised 50 KB.
 */
const POPULAR_GZIP = 48_000;

/** A tune whose names have more letters would displace dozens of others. */
const MOST_LETTERS = 2000;

export interface NamesResult {
	/** Names of all kinds, including aliases. */
	names: number;
	files: number;
	bytes: number;
	/** As a server sends them. */
	gzip: number;
}

/**
 * Writes the tables for finding names, `names/` in the site: the most popular tunes, all other tunes,
 * recordings, artists, sessions. The same store gives the same bytes.
 *
 * @param store the path of the store
 */
export async function writeNames(site: string, store: string): Promise<NamesResult> {
	const folder = path.join(site, nameTables());
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const result: NamesResult = { names: 0, files: 0, bytes: 0, gzip: 0 };
	const tables = Array.from(tablesOf(store), ([file, kind, things]) => {
		result.names += things.reduce((sum, { names }) => sum + names.length, 0);
		return { file, table: writeTable(kind, things) };
	});
	const tag = hash('sha256', JSON.stringify(tables)).slice(0, 12);
	for (const { file, table } of tables) {
		const text = `${JSON.stringify({ tag, ...table })}\n`;
		await writeFile(path.join(folder, file), text);
		result.files++;
		result.bytes += Buffer.byteLength(text);
		result.gzip += gzipSync(text).length;
	}
	return result;
}

function* tablesOf(file: string): Generator<[file: string, kind: NameKind, things: Named[]]> {
	const store = openStore(file);
	try {
		const tunes = NAME_ROWS.tunes(store);
		const popular = mostPopular(tunes);
		yield [nameFile(POPULAR), 'tunes', tunes.filter((tune) => popular.has(tune))];
		yield [nameFile('tunes'), 'tunes', tunes.filter((tune) => !popular.has(tune))];
		for (const kind of ['recordings', 'artists', 'sessions'] as const)
			yield [nameFile(kind), kind, NAME_ROWS[kind](store)];
	} finally {
		store.close();
	}
}

/** The tunes in the most tunebooks, as many as fit into the first table. */
function mostPopular(tunes: readonly Named[]): Set<Named> {
	const byTunebooks = tunes
		.filter(({ names }) => names.reduce((sum, name) => sum + name.length, 0) <= MOST_LETTERS)
		.sort((a, b) => b.known - a.known);
	const firsts = (count: number): Set<Named> => new Set(byTunebooks.slice(0, count));
	const fits = (count: number): boolean => {
		const chosen = firsts(count);
		const table = writeTable(
			'tunes',
			tunes.filter((tune) => chosen.has(tune)),
		);
		return gzipSync(JSON.stringify(table)).length <= POPULAR_GZIP;
	};
	let [most, tooMany] = [0, byTunebooks.length + 1];
	while (tooMany - most > 1) {
		const count = (most + tooMany) >> 1;
		if (fits(count)) most = count;
		else tooMany = count;
	}
	return firsts(most);
}
