import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makePages, PAGES, type PackSite } from './site.ts';

test('every page is in the bundle where it belongs', async () => {
	const site = makePages();
	const result = await site.pack();
	const { bundles } = site.catalogue();
	const addresses = await Promise.all(
		bundles.map(async ({ id, file }) => [id, Object.keys((await site.open(file.name)).pages)]),
	);
	expect(Object.fromEntries(addresses)).toEqual({
		'discussions/2005': ['/discussions/1', '/discussions/1/2', '/discussions/years/2005/2'],
		'discussions/undated': ['/discussions/2'],
		'recordings/artists': ['/recordings/artists/'],
		'recordings/lists': ['/recordings/years/2001'],
		'recordings/things/0': ['/recordings/5'],
		'sessions/elsewhere': ['/sessions/2', '/sessions/3'],
		'sessions/ireland': ['/sessions/1', '/sessions/countries/ireland/clare'],
		'sessions/lists': ['/sessions/'],
		'tunes/lists': ['/tunes/', '/tunes/letters/t', '/tunes/popular', '/tunes/popular/6'],
		'tunes/lists/slip-jig': ['/tunes/types/slip-jig'],
		'tunes/popular': ['/tunes/1', '/tunes/1999', '/tunes/2', '/tunes/2000', '/tunes/popular'],
		'tunes/reel/0': ['/tunes/1', '/tunes/1999'],
		'tunes/reel/2000': ['/tunes/2000'],
		'tunes/slip-jig/0': ['/tunes/2'],
	});
	expect(result).toMatchObject({ bundles: 14, pages: Object.keys(PAGES).length - 1 + 5 });
});

test('folded posts are in their page, so that it is whole without a network', async () => {
	const site = makePages();
	const list = (posts: string, after = ''): string =>
		`<section id=comments><ol>${posts}</ol>${after}</section>`;
	const fold = '<folded-posts data-file=/discussions/folded/0.bin#2 data-count=1></folded-posts>';
	site.write('discussions/2.html', list('<li id=comment1><p>Cané', fold));
	site.write('discussions/folded/0.bin', deflateRawSync('<!--2--><li id=comment2><p>Plastic, né'));
	await site.pack();
	const { pages } = await site.open(site.bundle('discussions/undated').file.name);
	expect(pages['/discussions/2']).toBe(
		list('<li id=comment1><p>Cané<li id=comment2><p>Plastic, né'),
	);
});

test('what a reader chooses', async () => {
	const site = makePages();
	await site.pack();
	const packs = site.catalogue().packs.map(({ id, name, things }) => `${id}: ${name}, ${things}`);
	expect(packs).toEqual([
		'tunes/popular: Popular tunes, 4',
		'tunes/all: All tunes, 4',
		'tunes/reel: Reels, 3',
		'tunes/slip-jig: Slip jigs, 1',
		'recordings/all: All recordings, 1',
		'sessions/all: All sessions, 3',
		'sessions/ireland: Ireland, 1',
		'sessions/elsewhere: Elsewhere, 2',
		'discussions/all: All discussions, 2',
		'discussions/2001-2005: Discussions of 2001 to 2005, 1',
	]);
	const held = Object.fromEntries(site.catalogue().packs.map(({ id, bundles }) => [id, bundles]));
	expect(held['tunes/slip-jig']).toEqual(['tunes/lists/slip-jig', 'tunes/slip-jig/0']);
	expect(held['tunes/all']).not.toContain('tunes/popular');
	expect(held['sessions/ireland']).toEqual(['sessions/ireland', 'sessions/lists']);
});

test('drawings are in the popular bundle alone', async () => {
	const site = makePages();
	await site.pack();
	const popular = await site.open(site.bundle('tunes/popular').file.name);
	expect(popular.pages['/tunes/1']).toBe(PAGES['tunes/1.html']);
	const reels = await site.open(site.bundle('tunes/reel/0').file.name);
	const empty = '<svg class=staff viewBox="0 0 9 9" aria-label="A > B"></svg>';
	expect(reels.pages['/tunes/1']).toBe(`<title>Éí</title>${empty}<p>a</p>${empty}`);
});

test('only the groups that are asked for are written, and a catalogue always', async () => {
	const site = makePages();
	await site.pack(['recordings']);
	expect(site.catalogue().bundles.map(({ id }) => id)).toEqual([
		'recordings/artists',
		'recordings/lists',
		'recordings/things/0',
	]);
	await site.pack([]);
	expect(Object.keys(site.files())).toEqual(['catalogue.json']);
	expect(site.catalogue()).toMatchObject({ bundles: [], packs: [] });
});

test('the same pages make the same bytes, and a new deploy changes nothing in them', async () => {
	const one = makePages();
	const names = (site: PackSite, file: string) => {
		site.write('_astro/names.json', JSON.stringify({ 'site.css': file }));
		site.write('tunes/1.html', `<link rel=stylesheet href=/base/_astro/${file}>`);
	};
	names(one, 'CZIpD_I3.css');
	await one.pack();
	const before = one.files();
	names(one, 'Other.css');
	const again = await one.pack();
	expect(one.files()).toEqual(before);
	expect(again.toFetch).toEqual({ pages: 0, bytes: 0 });
	const { pages } = await one.open(one.bundle('tunes/reel/0').file.name);
	expect(pages['/tunes/1']).toBe('<link rel=stylesheet href=/base/_astro/~site.css>');
});

test('a page that names a file of one deploy does not get into a pack', async () => {
	const site = makePages();
	site.write('_astro/names.json', '{"site.css":"a.css"}');
	site.write(
		'tunes/1.html',
		'<p>I wrote href=/_astro/foo.css</p><a href="https://foo/_astro/x.js">x</a>',
	);
	await site.pack();
	site.write('tunes/1.html', '<script src=../_astro/new.js></script>');
	await expect(site.pack()).rejects.toThrow('tunes/1.html names _astro/new.js, which is not in');
});

test('a page that the store does not have is said to be of another build', async () => {
	const site = makePages();
	site.write('tunes/77.html', '');
	await expect(site.pack()).rejects.toThrow('tunes/77.html is the page of a thing that the store');
});

test('a catalogue of another format or a damaged pack is as if it had never been', async () => {
	const site = makePages();
	await site.pack();
	site.write('recordings/5.html', 'new');
	const { name } = site.bundle('recordings/things/0').file;
	writeFileSync(path.join(site.packs, name), 'SMP1');
	expect((await site.pack()).toFetch).toMatchObject({ pages: 1 });
	expect(site.bundle('recordings/things/0').patches).toEqual([]);
	site.write('packs/catalogue.json', '{"format":2}');
	site.write('tunes/1.html', 'new');
	await site.pack();
	expect(site.catalogue().bundles.flatMap(({ patches }) => patches)).toEqual([]);
});
