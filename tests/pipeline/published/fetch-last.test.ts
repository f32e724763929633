import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fetchLast, type FetchLastOptions } from '../../../src/pipeline/published/fetch-last.ts';
import { silent } from '../../../src/cli/progress.ts';
import { MirrorError } from '../../../src/core/errors.ts';
import { temporaryFolder } from '../sync/upstream.ts';

const PACK = 'the bytes of a pack';
const ref = (name: string, text: string) => ({
	name,
	bytes: text.length,
	sha256: hash('sha256', text, 'hex'),
	pages: 1,
});
const SITE: Record<string, string> = {
	'build.json': build('2026-11-07', '2026-11-14'),
	'changes/index.json': '{"format":1,"deploys":[{"name":"2026-11-14"}]}',
	'changes/ledger.json': '{"format":1,"date":"2026-11-14"}',
	'changes/2026-11-14.json': '{"changes":{}}',
	'changes/sizes.json': '{"format":1,"sizes":[]}',
	'packs/catalogue.json': JSON.stringify({
		format: 1,
		bundles: [{ file: ref('a.pack', PACK), patches: [ref('a.patch', 'p')] }],
	}),
	'packs/a.pack': PACK,
	'packs/a.patch': 'p',
	'index.html': 'not needed',
};

/** Of upstream of two days. */
function build(data: string, archive: string): string {
	const at = (day: string) => ({ commit: 'c', date: `${day}T06:00:00Z` });
	return JSON.stringify({ counts: {}, upstream: { data: at(data), archive: at(archive) } });
}

/** The site without some files. */
const without = (...names: string[]) =>
	Object.fromEntries(Object.entries(SITE).filter(([name]) => !names.includes(name)));

type Answer = (file: string, response: ServerResponse) => boolean;

/** A live site below a base path; `answer` may answer in its place. */
async function live(site: Record<string, string>, answer: Answer = () => false) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const file = (request.url ?? '').replace('/mirror/', '').replace(/\?now=\d+$/, '');
		asked.push(file);
		if (answer(file, response)) return;
		const text = site[file];
		response.writeHead(text === undefined ? 404 : 200).end(text ?? 'not found');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const out = path.join(temporaryFolder(), 'dist');
	const fetched = (options: Partial<FetchLastOptions> = {}) =>
		fetchLast({
			url: new URL(`http://127.0.0.1:${port}/mirror/`),
			out,
			packs: true,
			allowNone: false,
			progress: silent,
			retryDelays: [1],
			timeout: 500,
			...options,
		});
	return { out, asked, fetched };
}

test('brings what the next site needs, and no page', async () => {
	const { out, asked, fetched } = await live(SITE);
	expect(await fetched()).toMatchObject({ state: 'fetched', files: 8, lacks: [] });
	for (const [file, text] of Object.entries(SITE)) {
		if (file === 'index.html') expect(existsSync(path.join(out, file))).toBe(false);
		else expect(readFileSync(path.join(out, file), 'utf8'), file).toBe(text);
	}
	expect(asked).toHaveLength(8);
});

test('without packs where they are not wanted', async () => {
	const { out, fetched } = await live(SITE);
	expect(await fetched({ packs: false })).toMatchObject({ files: 5, lacks: [] });
	expect(existsSync(path.join(out, 'packs'))).toBe(false);
});

test('a host without a site is the first time', async () => {
	const { out, fetched } = await live({});
	expect(await fetched()).toMatchObject({ state: 'none' });
	expect(existsSync(out)).toBe(false);
});

test('where there was a site before, a host without one needs somebody to say so', async () => {
	const { out, fetched } = await live({});
	const problem = await fetched({ earlier: 'ledger.json' }).catch((error: unknown) => error);
	expect(problem).toBeInstanceOf(MirrorError);
	expect((problem as MirrorError).message).toContain('has no build.json, though ledger.json');
	expect((problem as MirrorError).next).toContain('MIRROR_BASE');
	expect(existsSync(out)).toBe(false);
	expect(await fetched({ earlier: 'ledger.json', allowNone: true })).toEqual({ state: 'none' });
});

test('a site from before there were changes or packs is taken as it is, and that is told', async () => {
	const { fetched } = await live({ 'build.json': '{}' });
	const lacks = ['no list of changes', 'no packs'];
	expect(await fetched()).toMatchObject({ state: 'fetched', files: 1, lacks });
});

test('a site with a catalogue of no packs is whole, and that is told', async () => {
	const none = JSON.stringify({ format: 1, bundles: [] });
	const { fetched } = await live({ ...SITE, 'packs/catalogue.json': none });
	expect(await fetched()).toMatchObject({ state: 'fetched', lacks: ['no packs'] });
});

test.each([
	['the ledger', without('changes/ledger.json'), '/changes/ledger.json is not there'],
	['the history', without('changes/index.json'), '/changes/index.json is not there'],
	[
		'a file of the history',
		without('changes/2026-11-14.json'),
		'/changes/2026-11-14.json is not there',
	],
	['the catalogue', without('packs/catalogue.json'), 'packs/catalogue.json is not there'],
	['a history that is one', { ...SITE, 'changes/index.json': '{}' }, 'is not a history'],
	[
		'a catalogue that can be read',
		{ ...SITE, 'packs/catalogue.json': '{"format":2}' },
		'not a catalogue of this version',
	],
	[
		'a ledger of its own day',
		{ ...SITE, 'build.json': build('2026-11-21', '2026-11-14') },
		'of 2026-11-21 and /changes/ledger.json of 2026-11-14',
	],
	['a build.json of a day', { ...SITE, 'build.json': '{"counts":{}}' }, 'is of no day'],
])('a site without %s is half a site, and a fault', async (_, site, message) => {
	const { out, fetched } = await live(site);
	const problem = await fetched().catch((error: unknown) => error);
	expect(problem).toBeInstanceOf(MirrorError);
	expect((problem as MirrorError).message).toContain(message);
	expect((problem as MirrorError).next).toContain('--allow-none');
	expect(existsSync(out)).toBe(false);
});

test('files of two deploys are asked for again, past every cache', async () => {
	const urls: string[] = [];
	let old = 2;
	const { fetched } = await live(SITE, (file, response) => {
		urls.push(response.req.url ?? '');
		if (file !== 'changes/ledger.json' || old-- <= 0) return false;
		response.end('{"format":1,"date":"2026-11-07"}');
		return true;
	});
	expect(await fetched({ retryDelays: [3, 3] })).toMatchObject({ state: 'fetched', files: 8 });
	expect(new Set(urls.filter((url) => url.includes('ledger'))).size).toBe(3);
	for (const url of urls) expect(url).toMatch(/\?now=\d+$/);
});

test('a name in the history that is none of ours is not asked for', async () => {
	const index = '{"format":1,"deploys":[{"name":"2026-11-14"},{"name":"../build"},null]}';
	const { asked, fetched } = await live({ ...SITE, 'changes/index.json': index });
	expect(await fetched()).toMatchObject({ state: 'fetched', files: 8 });
	expect(asked).toHaveLength(8);
});

test('an empty folder is no site', async () => {
	const { out, fetched } = await live(SITE);
	mkdirSync(out);
	expect(await fetched()).toMatchObject({ state: 'fetched' });
	expect(existsSync(path.join(out, 'build.json'))).toBe(true);
});

test('a site that is here is left as it is', async () => {
	const { out, asked, fetched } = await live(SITE);
	mkdirSync(out);
	writeFileSync(path.join(out, 'index.html'), 'ours');
	expect(await fetched()).toMatchObject({ state: 'here' });
	expect(asked).toEqual([]);
});

test.each<[string, Answer]>([
	['answers with an error', (_, response) => Boolean(response.writeHead(503).end('busy'))],
	['never answers', () => true],
	[
		'breaks off',
		(file, response) => {
			if (!file.endsWith('.pack')) return false;
			response.writeHead(200, { 'content-length': '100' }).write('the');
			response.destroy();
			return true;
		},
	],
	[
		'answers with a page of its host',
		(file, response) => file === 'build.json' && Boolean(response.end('<!doctype html>')),
	],
	[
		'answers with other bytes',
		(file, response) => file.endsWith('.pack') && Boolean(response.end('something else')),
	],
	[
		'lacks a file of its catalogue',
		(file, response) => file.endsWith('.patch') && Boolean(response.writeHead(404).end()),
	],
])('a site that %s is an error that says what to do, and leaves nothing', async (_, answer) => {
	const { out, fetched } = await live(SITE, answer);
	const problem = await fetched().catch((error: unknown) => error);
	expect(problem).toBeInstanceOf(MirrorError);
	expect((problem as MirrorError).next).toContain('--allow-none');
	expect(existsSync(out)).toBe(false);
	expect(existsSync(`${out}.last`)).toBe(false);
	expect(await fetched({ allowNone: true })).toMatchObject({ state: 'unreachable' });
});

test('a fault that passes is tried again', async () => {
	let faults = 2;
	const { fetched } = await live(SITE, (file, response) => {
		if (!file.endsWith('.pack') || faults-- <= 0) return false;
		response.writeHead(502).end();
		return true;
	});
	expect(await fetched({ retryDelays: [1, 1, 1] })).toMatchObject({ state: 'fetched' });
});
