import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { describe, expect, test } from 'vitest';
import { sameTree } from '../../../scripts/tools/bench/same-tree.ts';
import { isApiFile } from '../../../src/pipeline/export/clear-api-files.ts';
import { exportLine } from '../../../src/pipeline/status-lines.ts';
import { writeApi } from '../../../src/pipeline/export/write-api.ts';
import { API_GROUPS, type ApiGroup } from '../../../src/api/groups.ts';
import { storePath } from '../../../src/store/open.ts';
import { sampleStore } from '../../api/sample-store.ts';
import { madeStore } from '../../store/made-store.ts';

const { work } = await sampleStore();
const ROOT = { site: 'https://mirror.example', base: '/session-mirror/' };

function emptySite(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-export-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const write = (folder: string, groups: readonly ApiGroup[], jobs = 2) =>
	writeApi({ folder, store: storePath(work), groups, root: ROOT, jobs });

const json = (folder: string, file: string) =>
	JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>;

test('everything that was chosen is written, each where its address says', async () => {
	const site = emptySite();
	const { files, parts } = await write(site, API_GROUPS);
	expect(parts).toMatchObject({
		tunes: { files: 48 },
		recordings: { files: 16 },
		sessions: { files: 25 },
		events: { files: 24 },
		discussions: { files: 27 },
		'discussions (xml)': { files: 27 },
		activity: { files: 140 },
		'lists (feeds)': { files: 22 },
	});
	expect(files).toBe(Object.values(parts).reduce((sum, part) => sum + part.files, 0));
	for (const file of [
		'tunes/7.json',
		'tunes/xml/7.xml',
		'discussions/json/81.json',
		'tunes/new.json',
		'tunes/new/2.json',
		'tunes/new/2.xml',
		'events/upcoming.json',
		'activity.json',
		'tunes/activity.json',
		'tunes/activity/7.json',
		'comments.atom',
		'sessions/new.rss',
	]) {
		expect(existsSync(path.join(site, file)), file).toBe(true);
	}
	expect(json(site, 'tunes/7.json')).toMatchObject({ format: 'json', id: 7 });
	expect(readFileSync(path.join(site, 'tunes/xml/7.xml'), 'utf8')).toContain(
		'<document><format>xml</format><id>7</id>',
	);
});

test('feeds of comments say what was commented on', async () => {
	const site = emptySite();
	await write(site, ['lists']);
	expect(readFileSync(path.join(site, 'comments.rss'), 'utf8')).toMatch(/<title>Comment on \w/);
});

test('a list tells how it was asked for and what can be had', async () => {
	const site = emptySite();
	await write(site, ['lists']);
	const pages = [1, 2, 3].map((n) =>
		json(site, n === 1 ? 'tunes/new.json' : `tunes/new/${n}.json`),
	);
	expect(Object.keys(pages[0] ?? {})).toEqual([
		'format',
		'perpage',
		'pages',
		'page',
		'total',
		'settings',
	]);
	expect(pages.map(({ settings, ...told }) => [told, (settings as object[]).length])).toEqual([
		[{ format: 'json', perpage: '50', pages: 3, page: 1, total: 140 }, 50],
		[{ format: 'json', perpage: '50', pages: 3, page: 2, total: 140 }, 50],
		[{ format: 'json', perpage: '50', pages: 3, page: 3, total: 140 }, 40],
	]);
	expect(existsSync(path.join(site, 'tunes/new/4.json'))).toBe(false);
});

describe('a store of our own', () => {
	/** With more settings than a list goes deep, of one section. */
	function longStore(): string {
		const file = path.join(emptySite(), 'store.sqlite');
		const setting = Array.from({ length: 1003 }, (_, n) => ({
			id: n + 1,
			tune_id: 1,
			position: n + 1,
			date: '2026-01-01 00:00:00',
		}));
		madeStore({ tune: [{ id: 1 }], setting }).database.exec(`VACUUM INTO '${file}'`);
		return file;
	}

	test('a list that is cut off says so, one of nothing is a page of nothing', async () => {
		const [site, store] = [emptySite(), longStore()];
		await writeApi({ folder: site, store, groups: ['lists'], root: ROOT, jobs: 1 });
		expect(json(site, 'tunes/new/20.json')).toMatchObject({ pages: 20, total: 1000 });
		expect(existsSync(path.join(site, 'tunes/new/21.json'))).toBe(false);
		expect(json(site, 'events/upcoming.json')).toMatchObject({ pages: 0, total: 0, events: [] });
	});

	test('sections that are not mirrored have nothing', async () => {
		const [site, store] = [emptySite(), longStore()];
		await writeApi({ folder: site, store, groups: ['lists'], root: ROOT, jobs: 1 });
		expect(existsSync(path.join(site, 'discussions'))).toBe(false);
	});

	test('to choose only what is not there writes nothing and says so', async () => {
		const [folder, store] = [emptySite(), longStore()];
		const options = { folder, store, root: ROOT, jobs: 1 };
		const result = await writeApi({ ...options, groups: ['discussions'] });
		expect(result).toMatchObject({ files: 0 });
		expect(exportLine(result, ['discussions'])).toContain('nothing is mirrored of discussions');
		expect(await writeApi({ ...options, groups: [] })).toMatchObject({ files: 0 });
	});
});

test('the same store gives the same bytes, however many threads write', async () => {
	const [one, other] = [emptySite(), emptySite()];
	await write(one, API_GROUPS, 1);
	await write(other, API_GROUPS, 3);
	expect(sameTree(one, other)).toMatchObject({ onlyInOne: [], different: [] });
});

test('what an earlier choice left is taken away, and nothing else', async () => {
	const site = emptySite();
	await write(site, API_GROUPS);
	mkdirSync(path.join(site, 'changes'));
	const others = [
		'build.json',
		'sitemap-0.xml',
		'changes/feed.atom',
		'tunes/7.html',
		'events/4.ics',
	];
	for (const file of others) writeFileSync(path.join(site, file), '');
	await write(site, ['sessions']);
	expect(existsSync(path.join(site, 'tunes/7.json'))).toBe(false);
	expect(existsSync(path.join(site, 'activity.json'))).toBe(false);
	expect(existsSync(path.join(site, 'sessions/new.rss'))).toBe(false);
	expect(existsSync(path.join(site, 'sessions/11.json'))).toBe(true);
	for (const file of others) expect(existsSync(path.join(site, file)), file).toBe(true);
});

test.each(['tunes/7.json', 'members/ann/new.rss', 'comments/2.xml', 'activity.json'])(
	'%s is of the API',
	(file) => expect(isApiFile(file)).toBe(true),
);
test.each([
	'build.json',
	'packs/catalogue.json',
	'names/tunes.json',
	'events/7.ics',
	'tunes/7.html',
])('%s is not', (file) => expect(isApiFile(file)).toBe(false));
