import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeApi } from '../../src/pipeline/export/write-api.ts';
import { API_GROUPS } from '../../src/api/groups.ts';
import { SECTION_LISTS } from '../../src/api/lists.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { apiView } from '../../src/site/views/api.ts';
import { storePath } from '../../src/store/open.ts';
import { sampleStore } from './sample-store.ts';

const { store } = await sampleStore();

const files = (groups: Parameters<typeof apiView>[1]): string[] =>
	apiView(store, groups).parts.flatMap(({ endpoints }) => endpoints.map(({ file }) => file));

describe('the page of the API', () => {
	test('names every list that is written, and every kind of thing', () => {
		const all = files(API_GROUPS);
		expect(all).toEqual(
			expect.arrayContaining(SECTION_LISTS.map((list) => `${list.address}.json`)),
		);
		expect(all).toEqual(
			expect.arrayContaining([
				'/tunes/ID.json',
				'/recordings/ID.json',
				'/sessions/ID.json',
				'/events/ID.json',
				'/discussions/json/ID.json',
				'/members/SLUG.json',
				'/members/SLUG/sets.json',
				'/tunes/activity/ID.json',
				'/activity.json',
			]),
		);
		expect(new Set(all).size).toBe(all.length);
	});

	test('what is not written is of a server only, and nothing is lost', () => {
		const whole = apiView(store, API_GROUPS);
		const some = apiView(store, ['lists', 'events']);
		const counted = ({ parts, live }: typeof some): number =>
			parts.flatMap(({ endpoints }) => endpoints).length + live.length;
		expect(counted(some)).toBe(counted(whole));
		expect(files(['lists', 'events'])).toContain('/events/ID.json');
		expect(files(['lists', 'events'])).not.toContain('/tunes/ID.json');
		expect(some.live.map(({ like }) => like)).toEqual(
			expect.arrayContaining(['/tunes/ID', '/members/ID/sets', '/sessions/nearby?latlon=&radius=']),
		);
	});

	test('a mirror without files of the API says so, and names no feed', () => {
		expect(apiView(store, [])).toMatchObject({
			parts: [],
			feeds: [],
			memberFeeds: null,
			xmlElsewhere: null,
			paged: null,
			deepest: null,
		});
	});

	test('says of what was chosen how it is paged, followed and read as XML', () => {
		expect(apiView(store, ['members', 'xml'])).toMatchObject({
			feeds: [],
			memberFeeds: { rss: '/members/SLUG/new.rss', atom: '/members/SLUG/new.atom' },
			xmlElsewhere: ['/members/xml/SLUG.xml'],
			paged: { first: '/members/SLUG/tunes.json', second: '/members/SLUG/tunes/2.json' },
			deepest: null,
		});
		expect(apiView(store, ['lists', 'xml'])).toMatchObject({
			memberFeeds: null,
			xmlElsewhere: [],
			paged: { first: '/tunes/new.json' },
			deepest: '1,000',
		});
	});

	test('every address it names is that of a file', async () => {
		const { work } = await sampleStore();
		const folder = mkdtempSync(path.join(tmpdir(), 'mirror-api-page-'));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const root = { site: 'https://mirror.example', base: '/' };
		await writeApi({ folder, store: storePath(work), groups: API_GROUPS, root, jobs: 1 });
		const written = new Set(
			readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
				const file = `/${name.replaceAll(path.sep, '/')}`;
				const ofMember = file.replace(/^(\/members\/(?:xml\/)?)[^/.]+/, '$1SLUG');
				return [file, file.replace(/\d+(?=\.\w+$)/, 'ID'), ofMember];
			}),
		);
		const { parts, feeds, memberFeeds, xmlElsewhere, paged } = apiView(store, API_GROUPS);
		const files = parts.flatMap(({ endpoints }) => endpoints);
		const named = [
			...files.map(({ file }) => file),
			...files.map(({ file, xml }) =>
				xmlElsewhere?.includes(xml) ? xml : file.replace('.json', '.xml'),
			),
			...feeds.flatMap(({ rss, atom }) => [rss, atom]),
			...Object.values(memberFeeds ?? {}),
			...Object.values(paged ?? {}),
		];
		expect(named.length).toBeGreaterThan(80);
		expect(named.filter((address) => !written.has(address))).toEqual([]);
	});

	test('searches of every kind need a server', () => {
		const live = apiView(store, API_GROUPS).live.map(({ like }) => like);
		for (const kind of [...KINDS, 'members'])
			expect(live.some((like) => like.startsWith(`/${kind}/search?q=`))).toBe(true);
	});
});
