import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { buildIndexes } from '../../scripts/index/build-indexes.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import { makeSite } from './site.ts';

test('writes two bundles that hold a page for each thing', async () => {
	const { site, facts } = makeSite();
	const { bundles } = await buildIndexes({ site, facts, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 7 },
		{ name: 'discussions', pages: 3 },
	]);
	expect(bundleList(site)).toEqual({ library: ['library'], discussions: ['discussions'] });
	expect(readdirSync(path.join(site, 'pagefind/library')).map(withoutHash).sort())
		.toMatchInlineSnapshot(`
			[
			  "filter",
			  "fragment",
			  "index",
			  "pagefind-entry.json",
			  "pagefind-worker.js",
			  "pagefind.HASH.pf_meta",
			  "pagefind.js",
			  "wasm.en.pagefind",
			]
		`);
	expect(readdirSync(site).filter((name) => name.startsWith('pagefind'))).toEqual(['pagefind']);
});

test('the same pages give the same bytes', async () => {
	const { site, facts } = makeSite();
	await buildIndexes({ site, facts, jobs: 2 });
	const first = fingerprint(site);
	await buildIndexes({ site, facts, jobs: 1 });
	expect(fingerprint(site)).toEqual(first);
});

test('a part that would need too much memory is cut', async () => {
	const { site, facts } = makeSite();
	const { bundles } = await buildIndexes({ site, facts, jobs: 2, greatestPart: 100 });
	expect(bundles.map(({ pages }) => pages)).toEqual([7, 3]);
	expect(bundleList(site)['library']?.slice(0, 2)).toEqual(['library', 'library-2']);
});

test('a section that is not in the store is left out', async () => {
	const { site, facts } = makeSite();
	const only = { ...facts, sections: ['tunes' as const] };
	const { bundles } = await buildIndexes({ site, facts: only, jobs: 2 });
	expect(bundles.map(({ name, pages }) => ({ name, pages }))).toEqual([
		{ name: 'library', pages: 4 },
	]);
});

test('a missing page stops it and leaves the last index', async () => {
	const { site, facts } = makeSite();
	await buildIndexes({ site, facts, jobs: 2 });
	const last = fingerprint(site);
	rmSync(path.join(site, 'tunes/2.html'));
	await expect(buildIndexes({ site, facts, jobs: 2 })).rejects.toThrow(
		/The store counts 4 tunes, but .*tunes has 3 pages of them\./,
	);
	expect(fingerprint(site)).toEqual(last);
});

test('a missing section is counted too', async () => {
	const { site, facts } = makeSite();
	rmSync(path.join(site, 'events'), { recursive: true });
	await expect(buildIndexes({ site, facts, jobs: 2 })).rejects.toThrow(
		/The store counts 1 events, but .*events has 0 pages of them\./,
	);
});

test('a page that Pagefind leaves out stops it and leaves the last index', async () => {
	const { site, facts } = makeSite();
	await buildIndexes({ site, facts, jobs: 2 });
	const last = fingerprint(site);
	writeFileSync(path.join(site, 'tunes/2.html'), '<html lang="en"><body><p>bare</p></body></html>');
	await expect(buildIndexes({ site, facts, jobs: 2 })).rejects.toThrow(
		'Pagefind indexed 6 of the 7 pages of library.',
	);
	expect(fingerprint(site)).toEqual(last);
});

test('nothing to index is a failure', async () => {
	const { site, facts } = makeSite({ discussions: [] });
	await expect(buildIndexes({ site, facts, jobs: 2 })).rejects.toThrow(
		'There is nothing to index for discussions: discussions.',
	);
});

test('a service that cannot start is one clear message', async () => {
	const { site, facts } = makeSite();
	vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', '/bin/false');
	try {
		await expect(buildIndexes({ site, facts, jobs: 1 })).rejects.toThrow(
			/^Pagefind could not index \d pages into /,
		);
	} finally {
		vi.unstubAllEnvs();
	}
});

test('accents are ignored, and addresses carry the base path and no .html', async () => {
	const { site, facts } = makeSite();
	await buildIndexes({ site, facts, jobs: 2, greatestPart: 100 });
	writeFileSync(path.join(site, 'index.html'), '');
	const preview = await startPreview({ dir: site, base: '/mirror/', port: 0, host: 'localhost' });
	try {
		const pagefind = await openPagefind(site, `${preview.url}pagefind/`);
		expect(await pagefind.find('osuilleabhain')).toEqual(['/mirror/recordings/1']);
		expect(await pagefind.find('ó')).toContain('/mirror/recordings/1');
		expect(await pagefind.find('o')).toContain('/mirror/recordings/1');
		expect(await pagefind.find('heron')).toContain('/mirror/tunes/2');
		expect(await pagefind.find('postmistress')).toEqual(['/mirror/events/1']);
	} finally {
		await preview.close();
	}
});

/** Pagefind's own browser code, run here, with all parts of the library open. */
async function openPagefind(site: string, url: string) {
	const file = path.join(site, 'pagefind/library/pagefind.js');
	const pagefind = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as PagefindModule;
	const [first, ...others] = bundleList(site)['library'] ?? [];
	await pagefind.options({ basePath: `${url}${first}/`, baseUrl: new URL('..', url).pathname });
	for (const other of others) {
		await pagefind.mergeIndex(`${url}${other}/`, { baseUrl: new URL('..', url).pathname });
	}
	return {
		find: async (term: string): Promise<string[]> => {
			const { results } = await pagefind.search(term);
			return Promise.all(results.map(async ({ data }) => (await data()).url));
		},
	};
}

interface PagefindModule {
	options: (options: Record<string, string>) => Promise<void>;
	mergeIndex: (url: string, options: Record<string, string>) => Promise<void>;
	search: (term: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}

function bundleList(site: string): Record<string, string[]> {
	return JSON.parse(readFileSync(path.join(site, 'pagefind/bundles.json'), 'utf8')) as Record<
		string,
		string[]
	>;
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
