import { expect, test } from 'vitest';
import { worthKeeping } from '../../../src/pipeline/package/patches.ts';
import { makePages, type PackSite } from './site.ts';

/** Long enough that a patch of one page is less than a third of it. */
function makeReels(): PackSite {
	const site = makePages();
	for (let id = 100; id < 130; id++) {
		site.change(
			`INSERT INTO tune VALUES (${id}, 'R', 'R', 'r', 'r', 'reel', NULL, NULL, 0, 1, 0, 0, 0, NULL, 'csv')`,
		);
		site.write(`tunes/${id}.html`, noise(id));
	}
	return site;
}

function noise(seed: number): string {
	let value = seed;
	return Array.from({ length: 400 }, () => {
		value = (value * 48_271) % 2_147_483_647;
		return value.toString(36);
	}).join('');
}

const REELS = 'tunes/reel/0';

/** What a reader of an older version makes of its pages with the patches. */
async function patched(site: PackSite, pages: Record<string, string>, version: string) {
	const { patches } = site.bundle(REELS);
	const result = new Map(Object.entries(pages));
	for (const patch of patches.slice(patches.findLastIndex(({ from }) => from === version))) {
		const { pack, pages: changed } = await site.open(patch.name);
		for (const address of pack.removed ?? []) result.delete(address);
		for (const [address, page] of Object.entries(changed)) result.set(address, page);
	}
	return Object.fromEntries(result);
}

test('patches lead from every older version to the whole bundle', async () => {
	const site = makeReels();
	await site.pack();
	const versions = [site.bundle(REELS).version];
	const older = [(await site.open(site.bundle(REELS).file.name)).pages];
	const weeks = [
		() => site.write('tunes/100.html', 'changed'),
		() => {
			site.remove('tunes/101.html');
			site.write('tunes/100.html', 'changed again');
		},
		() => site.write('tunes/101.html', 'back'),
	];
	for (const change of weeks) {
		change();
		await site.pack();
		const now = (await site.open(site.bundle(REELS).file.name)).pages;
		for (const [i, version] of versions.entries())
			expect(await patched(site, older[i] ?? {}, version)).toEqual(now);
		versions.push(site.bundle(REELS).version);
		older.push(now);
	}
	const { patches } = site.bundle(REELS);
	expect(patches.map(({ from, to }) => [from, to])).toEqual(
		versions.slice(1).map((to, i) => [versions[i], to]),
	);
	expect(patches.map(({ pages }) => pages)).toEqual([1, 1, 1]);
});

test('what changes elsewhere changes no bundle', async () => {
	const site = makeReels();
	await site.pack();
	const before = site.catalogue().bundles;
	site.change(
		`INSERT INTO tune VALUES (9999, 'N', 'N', 'n', 'n', 'reel', NULL, NULL, 0, 1, 0, 0, 0, NULL, 'csv')`,
	);
	site.write('tunes/9999.html', 'new');
	const result = await site.pack();
	expect(site.catalogue().bundles.filter(({ id }) => id !== 'tunes/reel/8000')).toEqual(
		before.map((bundle) => (bundle.id === 'tunes/popular' ? site.bundle(bundle.id) : bundle)),
	);
	expect(result.toFetch?.pages).toBe(2);
});

test('a page that came back as it was is found by the last patch from its version', async () => {
	const site = makeReels();
	await site.pack();
	const { version, file } = site.bundle(REELS);
	const { pages } = await site.open(file.name);
	for (const text of ['other', noise(100), 'third']) {
		site.write('tunes/100.html', text);
		await site.pack();
	}
	expect(site.bundle(REELS).patches.filter(({ from }) => from === version)).toHaveLength(2);
	const now = (await site.open(site.bundle(REELS).file.name)).pages;
	expect(await patched(site, pages, version)).toEqual(now);
});

test('bundles do not depend on what was before', async () => {
	const [old, fresh] = [makeReels(), makeReels()];
	await old.pack();
	for (const site of [old, fresh]) {
		site.write('tunes/100.html', 'changed');
		await site.pack();
	}
	const { patches, ...bundle } = old.bundle(REELS);
	expect(patches).toHaveLength(1);
	expect(fresh.bundle(REELS)).toEqual({ ...bundle, patches: [] });
});

test('at most eight patches are kept, and no more than a third of the bundle', () => {
	const chain = Array.from({ length: 10 }, (_, i) => ({
		patch: { name: String(i), bytes: 10, sha256: '', pages: 1, from: '', to: '' },
		content: Buffer.alloc(0),
	}));
	const kept = (bytes: number) => worthKeeping(chain, bytes).map(({ patch }) => patch.name);
	expect(kept(1000).join('')).toBe('23456789');
	expect(kept(90).join('')).toBe('789');
	expect(kept(29)).toEqual([]);
});

test('what is suppressed stands in no patch of a week before', async () => {
	const site = makeReels();
	await site.pack();
	site.write('tunes/100.html', 'a name');
	await site.pack();
	site.remove('tunes/100.html');
	site.change(`INSERT INTO meta VALUES ('suppressed', '{"list": "0123"}')`);
	await site.pack();
	const { patches } = site.bundle(REELS);
	expect(patches.length).toBe(1);
	expect(JSON.stringify((await site.open(patches[0]?.name ?? '')).pages)).not.toContain('a name');

	site.write('build.json', '{"suppressed": "0123"}');
	site.write('tunes/101.html', 'changed');
	await site.pack();
	expect(site.bundle(REELS).patches.length).toBe(2);
});
