import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildIndexes } from '../../../src/pipeline/index/build-indexes.ts';
import { LEFT_OUT } from '../../../src/pipeline/index/left-out-pages.ts';
import { startPreview } from '../../../src/server/preview/server.ts';
import type { PartList } from '../../../src/search/search-parts.ts';
import { PART_LIST } from '../../../src/search/search-parts.ts';
import { makeSite } from './site.ts';

test('writes an index of each kind, and a directory of them', async () => {
	const { site, facts, things } = makeSite({}, { 2: ['rosin'] });
	const { bundles } = await buildIndexes({ site, facts, things, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 7 },
		{ name: 'discussions', pages: 3 },
		{ name: 'comments', pages: 1 },
	]);
	expect(partList(site).parts.map(({ folder, pages }) => [folder, pages])).toEqual([
		['tunes-1', 4],
		['recordings-1', 1],
		['sessions-1', 1],
		['events-1', 1],
		['discussions-1', 3],
		['comments-1', 1],
	]);
	expect(filesOf(site, 'tunes-1')).toMatchInlineSnapshot(`
		[
		  "filter",
		  "fragment",
		  "index",
		  "pagefind-entry.json",
		  "pagefind.HASH.pf_meta",
		]
	`);
	expect(filesOf(site, 'words')).toMatchInlineSnapshot(`
		[
		  "index",
		  "pagefind-entry.json",
		  "pagefind.HASH.pf_meta",
		  "pagefind.js",
		  "wasm.en.pagefind",
		]
	`);
	expect(readdirSync(site).filter((name) => name.startsWith('pagefind'))).toEqual(['pagefind']);
});

test('the same pages give the same bytes', async () => {
	const { site, facts, things } = makeSite();
	await buildIndexes({ site, facts, things, jobs: 2 });
	const first = fingerprint(site);
	await buildIndexes({ site, facts, things, jobs: 1 });
	expect(fingerprint(site)).toEqual(first);
});

test('parts are cut: tunes by popularity, discussions by weight from the newest', async () => {
	const { site, facts, things } = makeSite();
	const pagesPerPart = { first: 1, others: 2 };
	await buildIndexes({ site, facts, things, jobs: 2, greatestPart: 100, pagesPerPart });
	const folders = partList(site).parts.map(({ folder, pages }) => [folder, pages]);
	expect(folders.slice(0, 3)).toEqual([
		['tunes-1', 1],
		['tunes-2', 2],
		['tunes-3', 1],
	]);
	expect(folders).toContainEqual(['discussions-1', 1]);
	const search = await openSearch(site);
	expect(await search('tunes-1', 'tea')).toEqual(['/tunes/4']);
	expect(await search('tunes-1', 'heron')).toEqual([]);
	expect(await search('discussions-1', 'ó')).toEqual(['/discussions/3']);
});

test('a section that is not in the store is left out', async () => {
	const { site, facts, things } = makeSite();
	const only = { ...facts, sections: ['tunes' as const] };
	const { bundles } = await buildIndexes({ site, facts: only, things, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 4 },
	]);
});

test('a missing page stops it and leaves the last index', async () => {
	const { site, facts, things } = makeSite();
	await buildIndexes({ site, facts, things, jobs: 2 });
	const last = fingerprint(site);
	rmSync(path.join(site, 'tunes/2.html'));
	await expect(buildIndexes({ site, facts, things, jobs: 2 })).rejects.toThrow(
		/The store counts 4 tunes, but .*tunes has 3 pages of them\./,
	);
	expect(fingerprint(site)).toEqual(last);
});

test('a missing section is counted too', async () => {
	const { site, facts, things } = makeSite();
	rmSync(path.join(site, 'events'), { recursive: true });
	await expect(buildIndexes({ site, facts, things, jobs: 2 })).rejects.toThrow(
		/The store counts 1 events, but .*events has 0 pages of them\./,
	);
});

test('a page that cannot be in the full text is left out, counted and told', async () => {
	const said = { 1: [':-)'], 2: ['dry rosin'], 3: ['…', ''], 4: ['<textarea>'] };
	const { site, facts, things } = makeSite({}, said);
	writeFileSync(path.join(site, 'tunes/2.html'), BARE);
	const { bundles, leftOut } = await buildIndexes({ site, facts, things, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 6 },
		{ name: 'discussions', pages: 3 },
	]);
	expect(leftOut.map(({ places, ...group }) => [group, places.map(({ place }) => place)])).toEqual([
		[
			{ source: 'search/comments', reason: 'there is no word in it', count: 3 },
			['tunes/4', 'tunes/3', 'tunes/1'],
		],
		[{ source: 'search/comments', reason: 'its page has no comments', count: 1 }, ['tunes/2']],
		[{ source: 'search/tunes', reason: 'its page has no article', count: 1 }, ['tunes/2']],
	]);
	expect(leftOutFile(site)).toContainEqual({
		holds: 'tunes',
		reason: 'its page has no article',
		things: ['tunes/2'],
	});
});

test('templates without an article stop it, and leave the last index', async () => {
	const { site, facts, things } = makeSite();
	await buildIndexes({ site, facts, things, jobs: 2 });
	const last = fingerprint(site);
	for (const id of [1, 2, 3, 4]) writeFileSync(path.join(site, `tunes/${id}.html`), BARE);
	await expect(buildIndexes({ site, facts, things, jobs: 2 })).rejects.toThrow(
		'None of the pages of tunes can be searched: its page has no article.',
	);
	expect(fingerprint(site)).toEqual(last);
});

test('a section without a thing has no index', async () => {
	const { site, facts, things } = makeSite({ discussions: [], events: [] });
	const { bundles } = await buildIndexes({ site, facts, things, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 6 },
	]);
});

test('a part whose Pagefind dies is cut in two until one page is left out', async () => {
	const titles = Array.from({ length: 12 }, (_, n) => (n === 4 ? 'The Poison' : `Reel ${n + 1}`));
	const { site, facts, things } = makeSite({ tunes: titles });
	vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', POISONED);
	try {
		const { leftOut } = await buildIndexes({ site, facts, things, jobs: 2 });
		expect(leftOut).toMatchObject([
			{ source: 'search/tunes', reason: 'Pagefind failed on this part of the index', count: 2 },
		]);
	} finally {
		vi.unstubAllEnvs();
	}
	const tunes = partList(site).parts.filter(({ holds }) => holds === 'tunes');
	expect(tunes.map(({ folder, pages }) => [folder, pages])).toEqual([
		['tunes-1a', 6],
		['tunes-1bab', 1],
		['tunes-1bb', 3],
	]);
	const search = await openSearch(site);
	expect(await search('tunes-1a', 'reel')).toHaveLength(6);
});

test('a service that cannot start is one clear message', async () => {
	const { site, facts, things } = makeSite();
	vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', '/bin/false');
	try {
		await expect(buildIndexes({ site, facts, things, jobs: 1 })).rejects.toThrow(
			/^Pagefind could not index \d pages? into /,
		);
	} finally {
		vi.unstubAllEnvs();
	}
});

test('accents are ignored, and addresses carry the base path and no .html', async () => {
	const { site, facts, things } = makeSite();
	await buildIndexes({ site, facts, things, jobs: 2 });
	const search = await openSearch(site, '/mirror/');
	expect(await search('recordings-1', 'osuilleabhain')).toEqual(['/mirror/recordings/1']);
	expect(await search('recordings-1', 'ó')).toEqual(['/mirror/recordings/1']);
	expect(await search('recordings-1', 'o')).toEqual(['/mirror/recordings/1']);
	expect(await search('tunes-1', 'heron')).toEqual(['/mirror/tunes/2']);
	expect(await search('events-1', 'postmistress')).toEqual(['/mirror/events/1']);
});

test('filters and sorts', async () => {
	const { site, facts, things } = makeSite();
	await buildIndexes({ site, facts, things, jobs: 2 });
	const search = await openSearch(site);
	expect(
		await search('tunes-1', null, { filters: { type: 'jig' }, sort: { newest: 'desc' } }),
	).toEqual(['/tunes/4', '/tunes/2']);
	const popular = { sort: { popularity: 'asc' } };
	expect(await search('tunes-1', null, popular)).toEqual([1, 2, 3, 4].map((id) => `/tunes/${id}`));
	expect(await search('tunes-1', 'heron', { filters: { type: 'reel' } })).toEqual([]);
	expect(await search('events-1', null, { filters: { year: '2001' } })).toEqual(['/events/1']);
});

test('the newest first, to the day', async () => {
	const days = [14, 11, 16, 13, 18, 12, 17, 15];
	const { site, facts, things } = makeSite({ tunes: days.map((day) => `The ${day}th of August`) });
	things.kinds.tunes.forEach((tune, n) => (tune.date = `2004-08-${days[n]}`));
	await buildIndexes({ site, facts, things, jobs: 2 });
	const search = await openSearch(site);
	const newest = await search('tunes-1', null, { sort: { newest: 'desc' } });
	const found = newest.map((url) => days[Number(url.replace('/tunes/', '')) - 1]);
	expect(found).toEqual([18, 17, 16, 15, 14, 13, 12, 11]);
});

test('what a part answers, the directory answers', async () => {
	const names = [
		'MacColgan’s well-kept',
		"O'NeillsOwn GMajor",
		'iPod DADGADed',
		'Ó hEidhin ÉireÓg',
	];
	const { site, facts, things } = makeSite({ tunes: names });
	await buildIndexes({ site, facts, things, jobs: 2 });
	const search = await openSearch(site);
	const listed = partList(site).parts.find(({ folder }) => folder === 'tunes-1')?.listed;
	for (const word of names.join(' ').split(/[ ’'-]|(?<=\p{Ll})(?=\p{Lu})/u)) {
		if ((await search('tunes-1', word)).length > 0)
			expect(await search('words', word), word).toContain(listed);
	}
	expect(await search('tunes-1', 'colgan')).toEqual(['/tunes/1']);
	expect(await search('words', 'colgan')).toContain(listed);
});

test('comments are indexed once, apart from their things, by the pages they stand on', async () => {
	const { site, facts, things } = makeSite({}, { 2: ['dry rosin', 'wet reeds'], 3: ['no rosin'] });
	await buildIndexes({ site, facts, things, jobs: 2 });
	const search = await openSearch(site);
	expect(await search('tunes-1', 'rosin')).toEqual([]);
	expect((await search('comments-1', 'rosin')).sort()).toEqual(['/tunes/2', '/tunes/3']);
	expect(await search('comments-1', 'reeds')).toEqual(['/tunes/2']);
	expect(await search('comments-1', 'Somebody')).toEqual([]);
});

test('the directory knows which part has which words', async () => {
	const { site, facts, things } = makeSite({}, { 2: ['dry rosin'] });
	const pagesPerPart = { first: 2, others: 2 };
	await buildIndexes({ site, facts, things, jobs: 2, pagesPerPart });
	const { parts } = partList(site);
	const search = await openSearch(site);
	const having = async (words: string): Promise<string[]> => {
		const listed = await search('words', words);
		return parts.filter((part) => listed.includes(part.listed ?? '')).map(({ folder }) => folder);
	};
	expect(await having('rosin')).toEqual(['comments-1']);
	expect(await having('heron')).toEqual(['tunes-2']);
	expect(await having('COPPER kettles')).toEqual(['tunes-2']);
	expect(await having('the')).toEqual(
		['tunes-1', 'tunes-2', 'sessions-1', 'events-1'].filter(Boolean),
	);
	expect(parts.find(({ folder }) => folder === 'discussions-1')?.listed).toBeNull();
});

const BARE = '<html lang="en"><body><p>bare</p></body></html>';

/** Pagefind's program, killed as soon as it is given a page with the word. */
const POISONED = path.join(import.meta.dirname, 'poisoned-pagefind.mjs');

function leftOutFile(site: string): unknown {
	return JSON.parse(readFileSync(path.join(site, 'pagefind', LEFT_OUT), 'utf8'));
}

interface Asked {
	filters?: Record<string, string>;
	sort?: Record<string, string>;
}

/** Pagefind's own browser code, run here on a preview until the test ends; the directory gives names. */
async function openSearch(site: string, base = '/') {
	writeFileSync(path.join(site, 'index.html'), '');
	const preview = await startPreview({ dir: site, base, port: 0, host: 'localhost' });
	onTestFinished(() => preview.close());
	const file = path.join(site, 'pagefind/words/pagefind.js');
	const { createInstance } = (await import(pathToFileURL(file).href)) as PagefindModule;
	return async (folder: string, term: string | null, asked: Asked = {}): Promise<string[]> => {
		const basePath = `${preview.url}pagefind/${folder}/`;
		const { results } = await createInstance({ basePath, baseUrl: base }).search(term, asked);
		if (folder === 'words') return results.map(({ id }) => id);
		const pages = await Promise.all(results.map(({ data }) => data()));
		return pages.map(({ url }) => url);
	};
}

interface PagefindModule {
	createInstance: (options: Record<string, string>) => {
		search: (
			term: string | null,
			asked: Asked,
		) => Promise<{ results: { id: string; data: () => Promise<PagefindPage> }[] }>;
	};
}

interface PagefindPage {
	url: string;
}

function partList(site: string): PartList {
	return JSON.parse(readFileSync(path.join(site, 'pagefind', PART_LIST), 'utf8')) as PartList;
}

function filesOf(site: string, folder: string): string[] {
	return readdirSync(path.join(site, 'pagefind', folder))
		.map(withoutHash)
		.sort();
}

function withoutHash(name: string): string {
	return name.replace(/en_[0-9a-f]+/, 'HASH');
}

/** Every file of the index with a hash of its bytes. */
function fingerprint(site: string): [string, string][] {
	const folder = path.join(site, 'pagefind');
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort()
		.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]);
}
