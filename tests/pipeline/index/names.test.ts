import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeNames } from '../../../src/pipeline/index/names/write-names.ts';
import { NameFinder } from '../../../src/search/names/name-finder.ts';
import type { NameTable } from '../../../src/search/names/name-table.ts';
import { issuesOf, makeSite } from '../verify/site.ts';

async function siteWithNames() {
	const site = makeSite();
	site.change(`
		INSERT INTO alias VALUES (2, 'Neantóga', 'neantoga'), (2, 'The Stingers', 'stingers');
		UPDATE meta SET value = replace(value, '"aliases":0', '"aliases":2');
	`);
	site.edit('build.json', '"aliases": 0', '"aliases": 2');
	const result = await writeNames(site.folder, site.store);
	return { site, result };
}

it('writes every name of every kind, the same bytes each time', async () => {
	const { site, result } = await siteWithNames();
	expect(result).toMatchObject({ names: 6, files: 5 });
	const table = (): string => readFileSync(path.join(site.folder, 'names/popular.1.json'), 'utf8');
	const before = table();
	const finder = await NameFinder.open('tunes', [JSON.parse(before) as NameTable]);
	expect(finder.find('neantoga', 5)).toMatchObject([{ address: '/tunes/2', alias: 'Neantóga' }]);
	expect(issuesOf(await site.verify())).toEqual([]);
	await writeNames(site.folder, site.store);
	expect(table()).toBe(before);
});

it.each([
	[
		'an alias',
		"DELETE FROM alias WHERE sort = 'stingers'",
		'names: names/popular.1.json and names/tunes.1.json: 4 names of 2 tunes; the store has 3 of 2',
	],
	[
		'a recording',
		'DELETE FROM recording',
		'names: names/recordings.1.json: 1 names of 1 recordings; the store has 0 of 0',
	],
])('verify finds %s that the tables have and the store has not', async (_, change, issue) => {
	const { site } = await siteWithNames();
	site.change(change);
	expect(issuesOf(await site.verify())).toContain(issue);
});

it('the first table has as many of the most popular tunes as fit, whatever one is called', async () => {
	const { site } = await siteWithNames();
	using database = new DatabaseSync(site.store);
	const tune = database.prepare(`INSERT INTO tune
		SELECT ?, ?, ?, ?, 'a', type, NULL, NULL, ?, 1, 0, 0, 0, NULL, 'csv' FROM tune WHERE id = 1`);
	const alias = database.prepare('INSERT INTO alias VALUES (?, ?, ?)');
	const word = (n: number): string => hash('sha256', String(n)).slice(0, 12);
	database.exec('BEGIN');
	for (let id = 3; id < 6003; id++) {
		const name = id === 3 ? 'a'.repeat(5000) : `${word(id)} ${word(-id)}`;
		tune.run(id, name, name, name, 10_000 - id);
		if (id === 4) for (let n = 0; n < 500; n++) alias.run(id, `${word(n)} lane`, `${n}`);
	}
	database.exec('COMMIT');
	const { names } = await writeNames(site.folder, site.store);
	expect(names).toBe(6000 + 500 + 6);
	const read = (table: string): NameTable =>
		JSON.parse(readFileSync(path.join(site.folder, `names/${table}.1.json`), 'utf8')) as NameTable;
	const [popular, others] = [read('popular'), read('tunes')];
	const gzip = gzipSync(JSON.stringify(popular)).length;
	expect(gzip).toBeGreaterThan(47_000);
	expect(gzip).toBeLessThan(49_000);
	// Those with the most tunebooks but for the two that are called too much.
	expect(popular.ids.length + others.ids.length).toBe(6002);
	const last = 4 + popular.ids.length;
	expect(popular.ids.reduce((sum, step) => sum + step, 0)).toBe(last);
	const finder = await NameFinder.open('tunes', [popular, others]);
	expect(finder.find('a'.repeat(40), 5)).toMatchObject([{ address: '/tunes/3' }]);
	expect(finder.find(`${word(499)} lane`, 5)).toMatchObject([{ address: '/tunes/4' }]);
});

it('verify finds a table that is missing, and one that is too large', async () => {
	const { site } = await siteWithNames();
	site.remove('names/artists.1.json');
	const issues = issuesOf(await site.verify({ popularNamesGzip: 10, tuneNamesGzip: 20 }));
	expect(issues).toContain('names: names/artists.1.json: is missing');
	expect(issues.filter((issue) => /^names-budget: .* gzip, more than/.test(issue))).toHaveLength(2);
});
