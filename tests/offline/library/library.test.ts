import { cache, estimate } from './browser.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../src/offline/library/catalogue.ts';
import { DATABASE, openLibrary } from '../../../src/offline/library/database.ts';
import { bytesHere } from '../../../src/offline/library/download.ts';
import {
	chosenPacks,
	installedPacks,
	installPack,
	removeAll,
	removePack,
	sizeOfUpdate,
	sizeToFetch,
	updateLibrary,
} from '../../../src/offline/library/library.ts';
import { damagedBundles, savedPage } from '../../../src/offline/library/saved-page.ts';
import { setStayOffline } from '../../../src/offline/library/settings.ts';
import { CODE, makePages, PAGES, type PackSite } from '../../pipeline/package/site.ts';
import { serve, type FileServer } from './server.ts';

let site: PackSite;
let server: FileServer;
let root: string;

beforeEach(async () => {
	await removeAll();
	site = makePages();
	await site.pack();
	server = await serve(site.folder);
	root = server.root;
});

const html = async (address: string): Promise<string | undefined> =>
	(await savedPage(address))?.html;

test('a pack is fetched once, and its pages answer', async () => {
	const before = await sizeToFetch(await readCatalogue(root), 'tunes/all');
	expect(before.here).toBe(0);
	await installPack('tunes/all', { root });
	expect(await installedPacks()).toEqual(['tunes/all']);
	expect(server.bytesOf('.pack')).toBe(before.bytes);
	expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
	expect(await html('/tunes/1')).toContain('</svg><p>a</p>');
	expect(await html('/sessions/1')).toBeUndefined();
	expect(await sizeToFetch(await readCatalogue(root), 'tunes/all')).toEqual({ bytes: 0, here: 0 });
});

test('packs that share bundles fetch them once, and lose them together', async () => {
	await installPack('tunes/reel', { root });
	const reels = server.bytesOf('tunes-reel');
	await installPack('tunes/all', { root });
	expect(server.bytesOf('tunes-reel')).toBe(reels);
	await removePack('tunes/reel', root);
	expect(await html('/tunes/1')).toBeDefined();
	await removePack('tunes/all', root);
	expect(await html('/tunes/1')).toBeUndefined();
	expect([...cache.files.keys()].filter((url) => url.endsWith('.pack'))).toEqual([]);
	expect(await (await openLibrary()).count('pages')).toBe(0);
});

test('a pack that stays keeps its pages though the catalogue holds them no more', async () => {
	await installPack('tunes/all', { root });
	await installPack('sessions/all', { root });
	const { packs, ...rest } = site.catalogue();
	const left = { ...rest, packs: packs.filter(({ id }) => id !== 'tunes/all') };
	server.answer = (name, body) => ({
		body: name.endsWith('catalogue.json') ? Buffer.from(JSON.stringify(left)) : body,
	});
	await readCatalogue(root);
	await removePack('sessions/all', root);
	expect(await html('/sessions/1')).toBeUndefined();
	expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
});

describe('a week later', () => {
	beforeEach(async () => {
		// Enough pages for a patch to be worth its while.
		const ids = Array.from({ length: 197 }, (_, n) => n + 3);
		site.change(
			`CREATE TEMP TABLE reel AS SELECT * FROM tune WHERE id = 1;
			${ids.map((id) => `UPDATE reel SET id = ${id}; INSERT INTO tune SELECT * FROM reel;`).join('')}`,
		);
		for (const id of ids) site.write(`tunes/${id}.html`, `<title>${id}</title>${hashOf(id)}`);
		await site.pack();
		await installPack('tunes/all', { root });
		server.log.length = 0;
		site.write('tunes/1999.html', 'changed');
		site.write('tunes/199.html', 'changed too');
		await site.pack();
	});

	test('what changed is fetched, and nothing else', async () => {
		const size = await sizeOfUpdate(await readCatalogue(root));
		const result = await updateLibrary({ root });
		expect(result).toMatchObject({ bundles: 1, pages: 2, bytes: size });
		expect(server.bytesOf('.pack')).toBe(size);
		expect(size).toBeLessThan(site.bundle('tunes/reel/0').file.bytes / 10);
		expect(await html('/tunes/1999')).toBe('changed');
		expect(await html('/tunes/199')).toBe('changed too');
		expect(await html('/tunes/198')).toContain(hashOf(198));
		expect(await sizeOfUpdate(await readCatalogue(root))).toBe(0);
	});

	test('packs for a shell of other code wait for it', async () => {
		expect(await updateLibrary({ root, code: 'older' })).toEqual({
			bundles: 0,
			pages: 0,
			bytes: 0,
			isWaiting: true,
		});
		expect(server.bytesOf('.pack')).toBe(0);
		expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
		expect(await updateLibrary({ root, code: CODE })).toMatchObject({ bundles: 1 });
		expect(await html('/tunes/1999')).toBe('changed');
	});

	test('a page that is no more leaves the library', async () => {
		site.remove('tunes/199.html');
		site.change('DELETE FROM tune WHERE id = 199');
		await site.pack();
		await updateLibrary({ root });
		expect(await html('/tunes/199')).toBeUndefined();
		expect(await html('/tunes/1999')).toBe('changed');
	});

	test('until all of it is here, all old pages answer', async () => {
		site.write('tunes/2.html', 'changed as well');
		await site.pack();
		let files = 0;
		server.answer = (name, body) =>
			name.endsWith('.pack') && ++files > 1 ? { body: Buffer.alloc(body.length) } : { body };
		await expect(updateLibrary({ root })).rejects.toThrow();
		expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
		server.answer = (_, body) => ({ body });
		await updateLibrary({ root });
		expect(await html('/tunes/1999')).toBe('changed');
		expect(await html('/tunes/2')).toBe('changed as well');
	});

	test('an update that was broken off does not fetch again what has come', async () => {
		// Another bundle for the same update, which does not come at first.
		site.write('tunes/2000.html', 'changed as well');
		await site.pack();
		server.answer = (name, body) =>
			name.includes('tunes-reel-2000') ? { body: Buffer.alloc(body.length) } : { body };
		await expect(updateLibrary({ root })).rejects.toMatchObject({ kind: 'damaged' });
		expect(server.bytesOf('tunes-reel-0')).toBeGreaterThan(0);
		expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
		server.log.length = 0;
		server.answer = (_, body) => ({ body });
		await updateLibrary({ root });
		expect(server.bytesOf('tunes-reel-0')).toBe(0);
		expect(server.bytesOf('tunes-reel-2000')).toBeGreaterThan(0);
		expect(await html('/tunes/1999')).toBe('changed');
		expect(await html('/tunes/2000')).toBe('changed as well');
	});

	test('a deploy without packs takes nothing from the reader', async () => {
		server.answer = (name, body) =>
			name.endsWith('catalogue.json')
				? { body: Buffer.from(JSON.stringify({ ...site.catalogue(), packs: [], bundles: [] })) }
				: { body };
		await updateLibrary({ root });
		expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
		expect(await installedPacks()).toEqual(['tunes/all']);
	});

	test('a pack that is no longer offered goes, and those beside it stay', async () => {
		await installPack('sessions/all', { root });
		const { packs, ...rest } = site.catalogue();
		const left = { ...rest, packs: packs.filter(({ id }) => id !== 'tunes/all') };
		server.answer = (name, body) => ({
			body: name.endsWith('catalogue.json') ? Buffer.from(JSON.stringify(left)) : body,
		});
		await updateLibrary({ root });
		expect(await installedPacks()).toEqual(['sessions/all']);
		expect(await html('/tunes/1999')).toBeUndefined();
		expect(await html('/sessions/1')).toBe(PAGES['sessions/1.html']);
	});

	test('who comes from a version that no patch leads from fetches whole files', async () => {
		const database = await openLibrary();
		const bundle = await database.get('bundles', 'tunes/reel/0');
		if (bundle) await database.put('bundles', { ...bundle, version: 'unheard of' });
		expect(await sizeOfUpdate(await readCatalogue(root))).toBe(
			site.bundle('tunes/reel/0').file.bytes,
		);
		await updateLibrary({ root });
		expect(await html('/tunes/1999')).toBe('changed');
		expect(await html('/tunes/198')).toContain(hashOf(198));
	});
});

test('a file that is broken on the device is noticed, and only that bundle fetched again', async () => {
	await installPack('tunes/all', { root });
	const { name } = site.bundle('tunes/reel/0').file;
	cache.files.set(root + 'packs/' + name, { body: new Blob(['broken']), type: '' });
	server.log.length = 0;
	expect(await html('/tunes/1999')).toBeUndefined();
	expect(await html('/tunes/2000')).toBe(PAGES['tunes/2000.html']);
	expect(await damagedBundles()).toEqual(['tunes/reel/0']);
	await updateLibrary({ root });
	expect(server.log.map((entry) => entry.name)).toEqual(['packs/catalogue.json', `packs/${name}`]);
	expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
	expect(await damagedBundles()).toEqual([]);
});

test('a page whose bytes are others than its pack said is not shown', async () => {
	await installPack('tunes/all', { root });
	const database = await openLibrary();
	const place = await database.get('pages', ['/tunes/1999', 'tunes/reel/0']);
	if (place) await database.put('pages', { ...place, at: place.at + 1, bytes: place.bytes - 1 });
	expect(await html('/tunes/1999')).toBeUndefined();
	expect(await damagedBundles()).toEqual(['tunes/reel/0']);
});

test('who stays offline downloads nothing', async () => {
	await readCatalogue(root);
	await setStayOffline(true);
	server.log.length = 0;
	await expect(installPack('tunes/reel', { root })).rejects.toThrow('stay offline');
	expect(server.log).toEqual([]);
	await setStayOffline(false);
	await installPack('tunes/reel', { root });
});

test('what came of a pack that is given up leaves the device', async () => {
	const pause = new AbortController();
	const { name } = site.bundle('tunes/reel/0').file;
	server.answer = (file, body) => {
		if (!file.endsWith(name)) return { body };
		setTimeout(() => pause.abort(), 100);
		return { body, breakAfter: body.length - 1 };
	};
	await expect(installPack('tunes/reel', { root, signal: pause.signal })).rejects.toThrow(/abort/i);
	expect(await bytesHere(name)).toBeGreaterThan(0);
	await removePack('tunes/reel', root);
	expect(await bytesHere(name)).toBe(0);
});

describe('where there is no room', () => {
	test('it is said before anything is fetched', async () => {
		Object.assign(estimate, { usage: 1e9 });
		try {
			await expect(installPack('tunes/all', { root })).rejects.toMatchObject({ kind: 'quota' });
			expect(server.bytesOf('.pack')).toBe(0);
		} finally {
			Object.assign(estimate, { usage: 0 });
		}
	});

	test('what was kept stays when the disk is full in the middle', async () => {
		await installPack('sessions/all', { root });
		cache.isFullFor = (url) => url.endsWith('.pack');
		try {
			await expect(installPack('tunes/all', { root })).rejects.toMatchObject({ kind: 'quota' });
		} finally {
			cache.isFullFor = () => false;
		}
		expect(await html('/sessions/1')).toBe(PAGES['sessions/1.html']);
		await installPack('tunes/all', { root });
		expect(await html('/tunes/1999')).toBe(PAGES['tunes/1999.html']);
	});
});

test('a deploy in the middle of a download: it goes on with the new one', async () => {
	let isRenewed = false;
	server.answer = (name, body) => {
		if (name.endsWith('.pack') && !isRenewed) {
			isRenewed = true;
			return { body, breakAfter: 0 };
		}
		return { body };
	};
	const installing = installPack('tunes/reel', { root });
	await expect.poll(() => isRenewed, { timeout: 30_000 }).toBe(true);
	site.write('tunes/1999.html', 'renewed');
	site.write('tunes/1.html', 'renewed');
	await site.pack();
	await installing;
	expect(await html('/tunes/1999')).toBe('renewed');
});

test('a pack that was begun is remembered until it is whole', async () => {
	server.answer = (name, body) => ({
		body: name.endsWith('.pack') ? Buffer.alloc(body.length) : body,
	});
	await expect(installPack('tunes/reel', { root })).rejects.toThrow();
	expect(await chosenPacks()).toEqual([{ id: 'tunes/reel', since: null }]);
	expect(await installedPacks()).toEqual([]);
});

test('without a network, the list of packs is the one that was read last', async () => {
	const catalogue = await readCatalogue(root);
	server.answer = (_, body) => ({ body, breakAfter: 0 });
	expect(await readCatalogue(root)).toEqual(catalogue);
});

test('a library of a newer form asks for a reload', async () => {
	(await openLibrary()).close();
	const newer = indexedDB.open(DATABASE, 99);
	await new Promise((resolve) => (newer.onsuccess = resolve));
	newer.result.close();
	expect(await savedPage('/tunes/1')).toBeUndefined();
	indexedDB.deleteDatabase(DATABASE);
});

/** Text that does not deflate away. */
function hashOf(id: number): string {
	return Array.from({ length: 20 }, (_, n) =>
		((id + 1) * (n + 7) * 2654435761).toString(36),
	).join();
}
