import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MirrorError } from '../core/errors.ts';
import { storeFacts, type StoreFacts } from '../store/facts.ts';
import { openStore, type Store } from '../store/open.ts';
import { silent, type Progress } from '../cli/progress.ts';
import { apiSchema } from './api-items.ts';
import { checkFile } from './check-file.ts';
import type { DumpFile, DumpFormat } from './dump-file.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { jsonSchema } from './json-schema.ts';
import { licenceText } from './licence.ts';
import { aboutDump, dumpName, manifestOf, type Manifest } from './manifest.ts';
import { countRows, planFiles, type PlannedFile } from './plan.ts';
import { schemaSql } from './sqlite-schema.ts';
import type { DumpTable } from './table.ts';
import { checkSqlite, writeSqlite } from './write-sqlite.ts';
import { compressFile, writeTexts } from './write-file.ts';

export interface DumpsOptions {
	/** Path of the store. */
	store: string;
	/** The folder in which the dump's own folder is created. */
	out: string;
	tables: readonly DumpTable[];
	formats: readonly DumpFormat[];
	/** Counts rows over all files. */
	progress?: Progress;
}

/** GitHub accepts no larger file in a release. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Writes a dump of the store into a folder of `out` named after the data's date, checks it, and only then
 * replaces an existing one of the same name. The output depends only on the store.
 *
 * @throws MirrorError when the files do not match the store, or the store was replaced in the meantime
 */
export async function writeDumps(
	options: DumpsOptions,
): Promise<{ folder: string; manifest: Manifest }> {
	const before = fileAt(options.store);
	const store = openStore(options.store);
	const facts = storeFacts(store);
	const folder = path.join(options.out, dumpName(facts));
	const draft = `${folder}.next`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	try {
		const files = await writeFiles(draft, store, options);
		const manifest = manifestOf(facts, files);
		await writeManifest(draft, manifest);
		await mapConcurrently(files, (file) => checkFile(path.join(draft, file.name), file));
		if (before !== fileAt(options.store))
			throw new MirrorError(
				'A mirror run has replaced the store meanwhile: the dump would be of two.',
				'Run it again when the mirror run is done.',
			);
		await rm(folder, { recursive: true, force: true });
		await rename(draft, folder);
		return { folder, manifest };
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	} finally {
		store.close();
	}
}

async function writeFiles(
	folder: string,
	store: Store,
	options: DumpsOptions,
): Promise<DumpFile[]> {
	const { tables, formats, progress = silent } = options;
	const counts = new Map(tables.map((table) => [table, countRows(store, table)]));
	for (const [table, rows] of counts) compareCount(storeFacts(store), table, rows);
	const planned = planFiles(store, counts, formats);
	const inTables = sum([...counts.values()]);
	const withSqlite = formats.includes('sqlite');
	const total = sum(planned.map(({ rows }) => rows)) + (withSqlite ? inTables : 0);
	let done = 0;
	const onRows = (rows: number): void => progress.update((done += rows), total);

	const files: DumpFile[] = [await writeText(folder, 'LICENCE.txt', 'licence', licenceText())];
	if (withSqlite) {
		const file = path.join(folder, 'session-mirror.sqlite');
		const about = aboutDump(storeFacts(store));
		const rows = await writeSqlite(file, options.store, tables, about, onRows);
		checkSqlite(file, counts);
		const weight = await compressFile(file, `${file}.gz`);
		await rm(file);
		files.push(
			{ name: 'session-mirror.sqlite.gz', format: 'sqlite', about: 'All tables.', rows, ...weight },
			await writeText(folder, 'schema.sql', 'schema', schemaSql(tables)),
		);
	}
	files.push(...(await mapConcurrently(planned, (file) => writePlanned(folder, file, onRows))));
	if (formats.includes('ndjson') || formats.includes('csv'))
		for (const table of tables) {
			const name = `${table.name}.schema.json`;
			files.push(await writeText(folder, name, 'schema', indented(jsonSchema(table))));
		}
	if (formats.includes('api'))
		files.push(await writeText(folder, 'api.schema.json', 'schema', indented(apiSchema())));
	progress.end();
	const heavy = files.find(({ bytes }) => bytes > MOST_BYTES);
	if (heavy) throw new MirrorError(`${heavy.name} is over 2 GB.`, 'Leave it out with --tables.');
	return files;
}

/** Identifies the file at a path, to notice when it is replaced; undefined if there is none. */
function fileAt(file: string): string | undefined {
	const found = statSync(file, { throwIfNoEntry: false });
	return found && `${found.ino} ${found.mtimeMs}`;
}

/** A table may be empty only if ingest recorded that there was nothing. */
function compareCount({ counts }: StoreFacts, { name }: DumpTable, rows: number): void {
	const wanted = new Map<string, number>(Object.entries(counts)).get(name);
	if (wanted === undefined || wanted === rows) return;
	throw new MirrorError(
		`The store has ${rows} ${name}, but its facts say ${wanted}.`,
		'Run `npm run mirror -- --from ingest` to write it again.',
	);
}

async function writePlanned(
	folder: string,
	{ name, format, about, rows, texts }: PlannedFile,
	onRows: (rows: number) => void,
): Promise<DumpFile> {
	const written = await writeTexts(path.join(folder, name), texts(), onRows);
	if (written.rows !== rows)
		throw new MirrorError(
			`${name} came to ${written.rows} rows where the store has ${rows}.`,
			'A row is missing what it refers to: run `npm run mirror -- --from ingest`.',
		);
	return { name, format, about, ...written };
}

async function writeText(
	folder: string,
	name: string,
	format: DumpFile['format'],
	text: string,
): Promise<DumpFile> {
	await writeFile(path.join(folder, name), text);
	const about = format === 'licence' ? 'The terms.' : 'What the columns are.';
	return { name, format, about, bytes: Buffer.byteLength(text), sha256: sha256(text) };
}

/** Writes the manifest, and the checksums of all files in the format of sha256sum. */
async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
	const text = indented(manifest);
	await writeFile(path.join(folder, 'manifest.json'), text);
	const sums = [...manifest.files, { name: 'manifest.json', sha256: sha256(text) }];
	const lines = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
	await writeFile(path.join(folder, 'SHA256SUMS'), lines.join(''));
}

const indented = (value: object): string => `${JSON.stringify(value, null, '\t')}\n`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, n) => total + n, 0);
}
