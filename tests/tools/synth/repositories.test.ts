import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KINDS } from '../../../src/core/kinds.ts';
import type { Announcement } from '../../../scripts/tools/synth/announce.ts';
import { TABLES } from '../../../scripts/tools/synth/tables/tables.ts';
import { ARCHIVE, DATA, writeNextWeek, writeSynth } from '../../../scripts/tools/synth/write.ts';
import { inRepository, readTable, SMALL, temporaryFolder } from './helpers.ts';

let out: string;
let one: Announcement;
let two: Announcement;

beforeAll(async () => {
	out = await mkdtemp(path.join(tmpdir(), 'synth-'));
	one = await writeSynth({ ...SMALL, out });
	two = await writeNextWeek({ ...SMALL, out });
}, 60_000);

afterAll(() => rm(out, { recursive: true, force: true }));

const hashes = (folder: string): Promise<string[]> =>
	Promise.all([DATA, ARCHIVE].map((name) => inRepository(folder, name, 'rev-parse', 'HEAD')));

const without = <T>(all: Set<T>, some: Set<T>): T[] => [...all].filter((item) => !some.has(item));

describe('the repositories', () => {
	test('are sound, bare, and have HEAD at main', async () => {
		for (const name of [DATA, ARCHIVE]) {
			await inRepository(out, name, 'fsck', '--strict');
			expect(await inRepository(out, name, 'rev-parse', '--is-bare-repository')).toBe('true');
			expect(await inRepository(out, name, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
			expect(await inRepository(out, name, 'log', '--format=%ct')).toBe(
				'2026-11-19T06:00:00Z 2026-11-12T06:00:00Z'
					.split(' ')
					.map((iso) => Date.parse(iso) / 1000)
					.join('\n'),
			);
		}
	});

	test('are the same for the same seed, and others for another', async () => {
		const again = await temporaryFolder();
		await writeSynth({ ...SMALL, out: again });
		await writeNextWeek({ ...SMALL, out: again });
		expect(await hashes(again)).toEqual(await hashes(out));
		const other = await temporaryFolder();
		await writeSynth({ ...SMALL, seed: 8, out: other });
		await writeNextWeek({ ...SMALL, seed: 8, out: other });
		for (const [n, hash] of (await hashes(other)).entries())
			expect(hash).not.toBe((await hashes(out))[n]);
	});

	test('refuse to be written twice', async () => {
		await expect(writeSynth({ ...SMALL, out })).rejects.toThrow('is already there');
		await expect(writeNextWeek({ ...SMALL, out })).rejects.toThrow('holds "Week of 2026-11-19');
	});

	test('refuse next week where week one is not', async () => {
		const empty = await temporaryFolder();
		await expect(writeNextWeek({ ...SMALL, out: empty })).rejects.toThrow('holds "nothing"');
	});
});

describe('the tables', () => {
	test.each(TABLES)('$name parses, with its columns and the announced rows', async (table) => {
		for (const [commit, announced] of [
			['main~1', one],
			['main', two],
		] as const) {
			const rows = await readTable(out, DATA, commit, table.name);
			expect(Object.keys(rows[0] ?? {}).join(',')).toBe(table.columns);
			expect(rows).toHaveLength(announced.tables[table.name]);
		}
	});

	test('the big JSON file is an LFS pointer', async () => {
		const text = await inRepository(out, DATA, 'show', 'main:json/sets.json');
		expect(text).toMatch(/^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/);
		// Git's own newline at the end is trimmed.
		expect(text).toHaveLength(133);
	});
});

describe('the archive', () => {
	test.each(KINDS)('%s: the announced pages, each of true weight', async (kind) => {
		for (const [commit, announced] of [
			['main~1', one],
			['main', two],
		] as const) {
			const list = await inRepository(out, ARCHIVE, 'ls-tree', '-r', '--long', commit, `${kind}/`);
			const pages = list.split('\n').filter((line) => /\/\d+\/index\.html$/.test(line));
			expect(pages).toHaveLength(announced.pages[kind]);
			for (const page of pages) expect(Number(page.split(/\s+/)[3])).toBeGreaterThan(60_000);
		}
	});

	test('some tunes are only here, some only in the table', async () => {
		const rows = await readTable(out, DATA, 'main', 'tunes');
		const inCsv = new Set(rows.map((row) => row['tune_id']));
		const list = await inRepository(out, ARCHIVE, 'ls-tree', '--name-only', 'main', 'tunes/');
		const inArchive = new Set([...list.matchAll(/tunes\/(\d+)/g)].map((match) => match[1]));
		expect(without(inCsv, inArchive).length).toBeGreaterThan(0);
		expect(without(inArchive, inCsv).length).toBeGreaterThan(0);
	});

	test('each comment is there once', async () => {
		const pages = await inRepository(
			out,
			ARCHIVE,
			'grep',
			'-hoE',
			'article id="comment[0-9]+"',
			'main',
		);
		const ids = pages.split('\n');
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThanOrEqual(two.comments);
	});
});

describe('next week', () => {
	test('changes the announced pages and nothing else', async () => {
		const diff = await inRepository(
			out,
			ARCHIVE,
			'diff',
			'--no-renames',
			'--name-status',
			'main~1',
			'main',
		);
		const count = (pattern: RegExp): number =>
			diff.split('\n').filter((line) => pattern.test(line)).length;
		expect(count(/^A\t\w+\/\d+\/index.html$/)).toBe(two.added);
		expect(count(/^D\t\w+\/\d+\/index.html$/)).toBe(two.removed);
		expect(count(/^M\t\w+\/\d+\/index.html$/)).toBe(two.changed);
		expect(count(/^M\t\w+\/index.html$/)).toBe(KINDS.length);
		expect(diff.split('\n')).toHaveLength(two.added + two.removed + two.changed + KINDS.length);
	});

	test('has new, edited and longer things of each sort', async () => {
		const text = await inRepository(
			out,
			ARCHIVE,
			'diff',
			'-U0',
			'--no-renames',
			'--diff-filter=M',
			'main~1',
			'main',
		);
		expect(text).toMatch(/^\+<article id="comment\d+"/m);
		expect(text).toMatch(/^-<div class="e-content"/m);
		expect(text).toMatch(/^-.*\|.*<\/div><\/div>$/m);
	});

	test('leaves most rows of the tables alone', async () => {
		for (const { name } of TABLES) {
			const before = new Set(
				(await readTable(out, DATA, 'main~1', name)).map((row) => JSON.stringify(row)),
			);
			const after = new Set(
				(await readTable(out, DATA, 'main', name)).map((row) => JSON.stringify(row)),
			);
			const gone = without(before, after).length;
			expect(gone, name).toBeLessThan(Math.max(12, before.size / 10));
			if (name === 'tunes' || name === 'tune_popularity') expect(gone, name).toBeGreaterThan(0);
			if (name !== 'aliases' && name !== 'tune_popularity')
				expect(without(after, before).length, name).toBeGreaterThan(0);
		}
	});
});
