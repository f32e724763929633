import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeNames } from '../../scripts/index/names/write-names.ts';
import { NameFinder } from '../../src/finder/name-finder.ts';
import type { NameTable } from '../../src/finder/name-table.ts';
import { issuesOf, makeSite } from '../checks/site.ts';

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

it('verify finds a table that is missing, and one that is too large', async () => {
	const { site } = await siteWithNames();
	site.remove('names/artists.1.json');
	const issues = issuesOf(await site.verify({ popularNamesGzip: 10, tuneNamesGzip: 20 }));
	expect(issues).toContain('names: names/artists.1.json: is missing');
	expect(issues.filter((issue) => /^names-budget: .* gzip, more than/.test(issue))).toHaveLength(2);
});
