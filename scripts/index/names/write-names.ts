import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { nameTables } from '../../../src/domain/addresses.ts';
import type { Named, NameKind } from '../../../src/finder/name-table.ts';
import { nameFile, POPULAR } from '../../../src/finder/name-table.ts';
import { writeTable } from '../../../src/finder/write-table.ts';
import { openStore } from '../../../src/store/open.ts';
import { NAME_ROWS } from './name-rows.ts';

/** Tunes in the most tunebooks that make up the first table: it answers at once on a thin line. */
const POPULAR_TUNES = 2000;

export interface NamesResult {
	/** Names of all kinds, aliases among them. */
	names: number;
	files: number;
	bytes: number;
	/** As a server sends them. */
	gzip: number;
}

/**
 * Writes the tables that names are found in, `names/` in the site: the most popular tunes, all other
 * tunes, recordings, artists, sessions. The same store gives the same bytes.
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
		const byTunebooks = tunes.toSorted((a, b) => b.known - a.known);
		const popular = new Set(byTunebooks.slice(0, POPULAR_TUNES));
		yield [nameFile(POPULAR), 'tunes', tunes.filter((tune) => popular.has(tune))];
		yield [nameFile('tunes'), 'tunes', tunes.filter((tune) => !popular.has(tune))];
		for (const kind of ['recordings', 'artists', 'sessions'] as const)
			yield [nameFile(kind), kind, NAME_ROWS[kind](store)];
	} finally {
		store.close();
	}
}
