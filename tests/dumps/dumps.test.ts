import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import abcjs from 'abcjs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats, { type FormatsPlugin } from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DUMP_FORMATS } from '../../src/dumps/dump-file.ts';
import type { Manifest } from '../../src/dumps/manifest.ts';
import { DUMP_TABLES } from '../../src/dumps/tables.ts';
import { writeDumps } from '../../src/dumps/write-dumps.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { storePath, type Store } from '../../src/store/open.ts';
import { sampleStore } from '../api/sample-store.ts';
import { runEntry } from '../pipeline/run.ts';
import { csvRowsOf, linesOf, spelled, textOf } from './read-dump.ts';

const root = mkdtempSync(path.join(tmpdir(), 'session-mirror-dumps-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let work: string;
let store: Store;
let folder: string;
let manifest: Manifest;
beforeAll(async () => {
	({ work, store } = await sampleStore());
	({ folder, manifest } = await dump(path.join(root, 'first')));
});

const dump = (out: string, tables = DUMP_TABLES) =>
	writeDumps({ store: storePath(work), out, tables, formats: DUMP_FORMATS });

const sha256 = (file: string): string =>
	createHash('sha256')
		.update(readFileSync(path.join(folder, file)))
		.digest('hex');

test('a dump is named by the data, and its manifest and sums name every file', () => {
	expect(path.basename(folder)).toBe('session-mirror-2026-05-01');
	expect(readdirSync(path.dirname(folder))).toEqual(['session-mirror-2026-05-01']);
	const files = manifest.files.map(({ name }) => name);
	expect(readdirSync(folder).sort()).toEqual([...files, 'SHA256SUMS', 'manifest.json'].sort());
	for (const file of manifest.files) expect(sha256(file.name)).toBe(file.sha256);
	const sums = textOf(folder, 'SHA256SUMS').trimEnd().split('\n');
	expect(sums).toEqual([...files, 'manifest.json'].map((name) => `${sha256(name)}  ${name}`));
	expect(JSON.parse(textOf(folder, 'manifest.json'))).toEqual(manifest);
});

test('a store that is replaced meanwhile leaves no dump', async () => {
	const file = path.join(root, 'replaced.sqlite');
	copyFileSync(storePath(work), file);
	const out = path.join(root, 'replaced');
	const update = (): void => {
		if (existsSync(`${file}.next`)) return;
		copyFileSync(storePath(work), `${file}.next`);
		copyFileSync(`${file}.next`, `${file}.moved`);
		renameSync(`${file}.moved`, file);
	};
	const dumped = writeDumps({
		...{ store: file, out, tables: DUMP_TABLES, formats: ['csv'] },
		progress: { update, end: () => undefined },
	});
	await expect(dumped).rejects.toThrow('A mirror run has replaced the store meanwhile');
	expect(readdirSync(out)).toEqual([]);
});

test('the same store makes the same bytes', async () => {
	const again = await dump(path.join(root, 'second'));
	for (const name of readdirSync(folder)) {
		const bytes = readFileSync(path.join(again.folder, name));
		expect(bytes.equals(readFileSync(path.join(folder, name))), name).toBe(true);
	}
	// No time and no name stand before the compressed bytes.
	expect([...readFileSync(path.join(folder, 'tunes.csv.gz')).subarray(3, 8)]).toEqual([
		0, 0, 0, 0, 0,
	]);
});

describe('one table in three forms', () => {
	const ajv = new Ajv2020({ strict: true });

	test.each(DUMP_TABLES.map(({ name }) => name))('%s', (name) => {
		const id = `${name}.schema.json`;
		ajv.addSchema(JSON.parse(textOf(folder, id)) as object);
		const lines = linesOf(folder, name);
		const rows = csvRowsOf(folder, name);
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines) expectValid(ajv, id, line);
		for (const row of rows) expectValid(ajv, `${id}#/$defs/csv`, row);

		const columns = DUMP_TABLES.find((table) => table.name === name)?.columns ?? [];
		expect(lines.map(Object.keys)).toEqual(lines.map(() => columns.map((column) => column.name)));
		const asText = (value: unknown) => String(spelled(value) ?? '');
		const wanted = lines.map((line) => Object.values(line).map(asText));
		expect(rows.map((row) => Object.values(row))).toEqual(wanted);
		const key = DUMP_TABLES.find((table) => table.name === name)?.key ?? [];
		const sorted = database()
			.prepare(`SELECT * FROM ${name}`)
			.all()
			.map((row) => JSON.stringify(Object.values(row)))
			.sort();
		expect(sorted).toEqual(
			lines.map((line) => JSON.stringify(Object.values(line).map(spelled))).sort(),
		);
		expect(new Set(lines.map((line) => JSON.stringify(key.map((part) => line[part])))).size).toBe(
			lines.length,
		);
	});

	test('the counts are those of the store', () => {
		for (const [table, from] of [
			['tunes', 'tune'],
			['comments', 'comment'],
			['set_tunes', 'tuneset_tune'],
			['members', 'member'],
		] as const)
			expect(linesOf(folder, table).length).toBe(
				store.database.prepare(`SELECT count(*) AS n FROM ${from}`).get()?.['n'],
			);
	});

	let opened: DatabaseSync | undefined;
	function database(): DatabaseSync {
		if (opened) return opened;
		const file = path.join(root, 'dump.sqlite');
		writeFileSync(file, gunzipSync(readFileSync(path.join(folder, 'session-mirror.sqlite.gz'))));
		opened = new DatabaseSync(file, { readOnly: true });
		return opened;
	}

	test('the database says whose it is, and is as schema.sql says', () => {
		const about = database().prepare('SELECT key, value FROM about').all();
		const said = new Map(about.map(({ key, value }) => [key, value]));
		for (const [key, value] of Object.entries(manifest.notice)) expect(said.get(key)).toBe(value);
		expect(said.get('data_commit')).toBe(manifest.upstream.data.commit);
		const empty = new DatabaseSync(':memory:');
		empty.exec(textOf(folder, 'schema.sql'));
		const schemaOf = (of: DatabaseSync) =>
			of.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
		expect(schemaOf(database())).toEqual(schemaOf(empty));
	});
});

test.each(KINDS)('items of the API: %s', (kind) => {
	const ajv = new Ajv2020({ strict: true, strictRequired: false });
	(formats as unknown as { default: FormatsPlugin }).default(ajv);
	ajv.addSchema(JSON.parse(textOf(folder, 'api.schema.json')) as object);
	const items = linesOf(folder, `${kind}.api`);
	for (const item of items) expectValid(ajv, `${kind.slice(0, -1)}.json`, item);
	expect(items.map(({ id }) => id)).toEqual(linesOf(folder, kind).map(({ id }) => id));
});

test('links between comments lead to thesession.org', () => {
	const html = linesOf(folder, 'comments').map((line) => String(line['html']));
	expect(html.filter((text) => text.includes('<a href="/'))).toEqual([]);
	expect(html.some((text) => text.includes('<a href="https://thesession.org/'))).toBe(true);
});

test('every setting is a tune that abcjs reads, in the file of its type', () => {
	const files = readdirSync(folder).filter((name) => name.endsWith('.abc.gz'));
	expect(files).toContain('slip-jig.abc.gz');
	const found = files.flatMap((name) => {
		const text = textOf(folder, name);
		expect(text).toMatch(/^%abc-2\.1\n%%abc-charset utf-8\n/);
		expect(text).toContain(manifest.notice.reservation);
		return new abcjs.TuneBook(text).tunes;
	});
	const settings = linesOf(folder, 'settings').map(({ id }) => String(id));
	expect(found.map(({ id }) => id).sort()).toEqual(settings.sort());
	for (const { abc, id } of found) {
		const [tune] = abcjs.parseOnly(abc);
		expect(
			tune?.lines.some(({ staff }) => staff),
			id,
		).toBe(true);
		expect(tune?.metaText.rhythm, id).toBeTruthy();
		expect(abc, id).toMatch(/^S:https:\/\/thesession\.org\/tunes\/\d+#setting\d+$/m);
	}
});

test('a dump that fails leaves the last one standing and nothing else', async () => {
	const out = path.join(root, 'first');
	const [first] = DUMP_TABLES;
	if (!first) throw new Error('There are no tables.');
	const missing = { ...first, from: `tune WHERE id > (SELECT min(id) FROM tune) ORDER BY id` };
	await expect(dump(out, [missing])).rejects.toThrow(/tunes (has|came to) \d+ rows/);
	await expect(dump(out, [{ ...first, count: 'SELECT 1' }])).rejects.toThrow('but its facts say');
	expect(readdirSync(out)).toEqual(['session-mirror-2026-05-01']);
	expect(existsSync(path.join(folder, 'comments.csv.gz'))).toBe(true);
});

test('the command writes what it is asked for, and refuses what there is not', async () => {
	const out = path.join(root, 'asked');
	const env = { MIRROR_WORK: work };
	const asked = ['--out', out, '--tables', 'tunes,aliases', '--formats', 'csv'];
	const { code, output } = await runEntry('dumps.ts', asked, env);
	expect(output).toMatch(/checked, in .*\n.*session-mirror-2026-05-01\n$/);
	expect(code).toBe(0);
	expect(readdirSync(path.join(out, 'session-mirror-2026-05-01')).sort()).toEqual([
		'LICENCE.txt',
		'SHA256SUMS',
		'aliases.csv.gz',
		'aliases.schema.json',
		'manifest.json',
		'tunes.csv.gz',
		'tunes.schema.json',
	]);
	const refused = await runEntry('dumps.ts', ['--formats', 'zip'], env);
	expect(refused.code).toBe(2);
	expect(refused.output).toContain('There is no format "zip"');
});

function expectValid(ajv: Ajv2020, id: string, value: unknown): void {
	const validate = ajv.getSchema(id);
	if (!validate) throw new Error(`There is no schema ${id}.`);
	void validate(value);
	expect(validate.errors ?? [], id).toEqual([]);
}
