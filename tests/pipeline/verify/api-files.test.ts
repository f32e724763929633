import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { verify } from '../../../src/pipeline/verify/verify.ts';
import { writeApi } from '../../../src/pipeline/export/write-api.ts';
import { API_GROUPS, type ApiGroup } from '../../../src/api/groups.ts';
import { listRows } from '../../../src/pipeline/verify/steps/list-rows.ts';
import { SECTION_LISTS } from '../../../src/api/lists.ts';
import { upcomingEvents } from '../../../src/core/addresses.ts';
import { sampleStore } from '../../api/sample-store.ts';
import { issuesOf, makeSite, type TestSite } from './site.ts';

const ROOT = { site: 'https://mirror.example', base: '/session-mirror/' };

/** A good site with the whole API. */
async function siteWithApi(): Promise<TestSite> {
	const site = makeSite();
	site.change(`UPDATE member SET settings = 2, recordings = 1, comments = 2;
		UPDATE setting SET date = '2026-10-01 10:00:00';
		UPDATE comment SET date = '2026-10-02 10:00:00'`);
	const { folder, store } = site;
	await writeApi({ folder, store, groups: API_GROUPS, root: ROOT, jobs: 1 });
	return site;
}

async function issues({ folder, store }: TestSite, api: readonly ApiGroup[] = API_GROUPS) {
	const { base, site: siteOrigin } = ROOT;
	const found = issuesOf(await verify({ site: folder, store, base, siteOrigin, jobs: 2, api }));
	return found.filter((issue) => issue.startsWith('api-files: ')).map((issue) => issue.slice(11));
}

test('an API without a fault passes', async () => {
	expect(await issues(await siteWithApi())).toEqual([]);
});

test.each<[fault: string, make: (site: TestSite) => void, issues: string[]]>([
	['a missing item', (site) => site.remove('tunes/2.json'), ['tunes/2.json: is missing']],
	[
		'a missing feed of a member',
		(site) => site.remove('members/ann/new.atom'),
		['members/ann/new.atom: is missing'],
	],
	[
		'an item of nothing',
		(site) => site.write('tunes/3.json', '{}'),
		['tunes/3.json: is of nothing that is in the store and was chosen'],
	],
	[
		'an item under another address',
		(site) => site.edit('tunes/2.json', '"id":2', '"id":1'),
		['tunes/2.json: has the id 1'],
	],
	[
		'an item without one of its comments',
		(site) => site.change(`INSERT INTO comment VALUES ('tunes', 2, 23, 1, NULL, '', 1, NULL)`),
		['tunes/2.json: has 0 comments of 1', 'comments.json: holds 2 things of 3 on 1 page'],
	],
	[
		'a member under the address of another',
		(site) => site.edit('members/ann.json', 'Ann', 'Bo'),
		['members/ann.json: is of Bo, not of the member of this address'],
	],
	[
		'half a file',
		(site) => site.write('sessions/1.json', '{"format":"json","id":1,'),
		[expect.stringMatching(/^sessions\/1\.json: is not JSON: /) as string],
	],
	[
		'a list that tells of more than there is',
		(site) => site.edit('tunes/new.json', '"total":2', '"total":3'),
		['tunes/new.json: tells of 3 things on 1 page'],
	],
	[
		'a list that holds a thing twice and lacks another',
		(site) => {
			const text = readFileSync(path.join(site.folder, 'tunes/new.json'), 'utf8');
			const list = JSON.parse(text) as { settings: object[] };
			site.write(
				'tunes/new.json',
				text.replace(
					/"settings":.*/,
					`"settings":${JSON.stringify([list.settings[0], list.settings[0]])}}`,
				),
			);
		},
		['tunes/new.json: holds 1 thing once more'],
	],
	[
		'a list that holds fewer than the store',
		(site) => site.write('members/ann/tunes.json', emptyList),
		['members/ann/tunes.json: holds 1 thing of 2 on 1 page'],
	],
	[
		'a page of a list with the number of another',
		(site) => site.edit('tunes/popular.json', '"page":1', '"page":2'),
		['tunes/popular.json: says it is page 2'],
	],
	[
		'XML with an open end',
		(site) => site.edit('tunes/xml/1.xml', '</document>', ''),
		[expect.stringMatching(/^tunes\/xml\/1\.xml: is not XML: /) as string],
	],
	[
		'a feed without the reservation',
		(site) => site.edit('tunes/new.rss', 'text and data mining is reserved', 'take it'),
		['tunes/new.rss: does not carry the licence and the reservation'],
	],
	[
		'a feed with two entries of one id',
		(site) => site.edit('tunes/new.atom', 'tunes/2#setting12</id>', 'tunes/1#setting11</id>'),
		['tunes/new.atom: has two entries of one id'],
	],
	[
		'a feed that is cut off',
		(site) => site.edit('comments.rss', '</rss>', ''),
		[expect.stringMatching(/^comments\.rss: is not XML: /) as string],
	],
])('%s is caught', async (_, make, wanted) => {
	const site = await siteWithApi();
	make(site);
	expect(await issues(site)).toEqual(expect.arrayContaining(wanted));
});

test('what was not chosen may not be there', async () => {
	expect(await issues(await siteWithApi(), ['lists'])).toContain(
		'discussions/json/1.json: is of nothing that is in the store and was chosen',
	);
});

const emptyList = '{"format":"json","perpage":"50","pages":1,"page":1,"total":2,"settings":[{}]}';

test('what the lists should have is counted twice over, and agrees', async () => {
	const { store } = await sampleStore();
	for (const { address, total } of SECTION_LISTS)
		if (address !== upcomingEvents()) expect(listRows(store, address), address).toBe(total(store));
	expect(() => listRows(store, '/tunes/odd')).toThrow(
		'Nothing counts what /tunes/odd should have.',
	);
});
