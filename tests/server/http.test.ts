import { gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { silent } from '../../src/cli/progress.ts';
import { makeApp } from '../../src/server/app.ts';
import { makeSearch } from '../../src/server/search/make-search.ts';
import { searchPath } from '../../src/server/search/search-file.ts';
import { openSnapshotHolder } from '../../src/server/snapshot.ts';
import { storePath } from '../../src/store/open.ts';
import { servedSample } from './served-sample.ts';

const { app, serve, work, options } = await servedSample();
const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('the site', () => {
	test.each([
		['/', 200, 'front'],
		['/tunes/', 200, 'tunes'],
		['/tunes/27', 200, /^tune 27/],
		['/_astro/x.123.js', 200, 'let x'],
		['/search?q=x', 200, 'search'],
		['/.hidden', 404, /own page/],
		['/nothing', 404, /own page/],
	])('%s', async (url, status, content) => {
		const { statusCode, body } = await app.inject({ url, headers: HTML });
		expect(statusCode).toBe(status);
		expect(body).toMatch(content);
	});

	test('a reader of what is only data is sent to the page nearest to it', async () => {
		for (const [url, to] of [
			['/tunes/search?q=the+heron&type=jig', '/search?q=the+heron&in=tunes&type=jig'],
			['/sessions/nearby?latlon=53,-9', '/nearby?place=53%2C-9&kind=sessions'],
			['/tunes/27/recordings', '/tunes/27'],
			['/members/29', '/members/old-gannet'],
			['/tunes/recordings', '/tunes/recorded'],
			['/tunes', '/tunes/'],
		]) {
			const { headers } = await app.inject({ url: url ?? '', headers: HTML });
			expect(headers.location, url).toBe(to);
		}
	});

	test('below a base path', async () => {
		const below = await serve({ base: '/mirror/' });
		expect((await below.inject('/mirror/tunes/27')).body).toMatch(/^tune/);
		expect((await below.inject('/mirror/tunes/9?format=json')).statusCode).toBe(200);
		expect((await below.inject('/tunes/9?format=json')).statusCode).toBe(404);
		expect((await below.inject('/mirror')).headers.location).toBe('/mirror/');
		const { headers } = await below.inject('/mirror/tunes/27/sets');
		expect(headers.location).toBe('/mirror/tunes/27');
	});
});

describe('headers', () => {
	test.each(['/', '/tunes/27', '/tunes/9?format=json', '/nothing', '/tunes/new?format=no', '/%zz'])(
		'%s has terms, reservation and care',
		async (url) => {
			const { headers } = await app.inject(url);
			expect(headers).toMatchObject({
				link: '<https://mirror.example/licence>; rel="license"',
				'tdm-reservation': '1',
				'x-content-type-options': 'nosniff',
				'access-control-allow-origin': '*',
				'strict-transport-security': 'max-age=31536000',
			});
			expect(headers['content-security-policy']).toMatch(/default-src.*frame-ancestors 'none'$/);
		},
	);

	test('the page of the search may do what it needs', async () => {
		const { headers } = await app.inject('/search');
		expect(headers['content-security-policy']).toMatch(/wasm-unsafe-eval/);
	});

	test('whoever has it is not sent it again', async () => {
		for (const url of ['/tunes/9?format=json', '/tunes/27']) {
			const { headers } = await app.inject(url);
			const again = await app.inject({ url, headers: { 'if-none-match': headers.etag } });
			expect([again.statusCode, again.body], url).toEqual([304, '']);
			const other = await app.inject({ url, headers: { 'if-none-match': '"other"' } });
			expect(other.statusCode, url).toBe(200);
		}
	});

	test('what has a digest in its name is kept for good, the rest is asked for again', async () => {
		expect((await app.inject('/_astro/x.123.js')).headers['cache-control']).toMatch(/immutable/);
		expect((await app.inject('/tunes/27')).headers['cache-control']).toMatch(/must-revalidate/);
		expect((await app.inject('/nothing')).headers['cache-control']).toBe('no-store');
	});

	test('long answers are compressed', async () => {
		for (const url of ['/tunes/27', '/tunes/new?format=json']) {
			const request = { url, headers: { 'accept-encoding': 'gzip' } };
			const { headers, rawPayload } = await app.inject(request);
			expect(headers['content-encoding'], url).toBe('gzip');
			expect(gunzipSync(rawPayload).toString()).toBe((await app.inject(url)).body);
		}
	});

	test('any origin may ask, and only ask', async () => {
		const asked = await app.inject({
			method: 'OPTIONS',
			url: '/tunes/9?format=json',
			headers: { origin: 'https://tool.example', 'access-control-request-method': 'GET' },
		});
		expect(asked.statusCode).toBe(204);
		expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
		const head = await app.inject({ method: 'HEAD', url: '/tunes/9?format=json' });
		expect([head.statusCode, head.body]).toEqual([200, '']);
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
			const { statusCode, headers } = await app.inject({ method, url: '/tunes/9', payload: 'x' });
			expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
		}
	});
});

describe('what cannot be answered', () => {
	test.each([
		['/tunes/4040?format=json', 404],
		['/tunes/27/nothing?format=json', 404],
		['/about?format=json', 404],
		['/tunes/new?format=yaml', 400],
		['/tunes/new?format=json&perpage=ten', 400],
		['/tunes/new?format=json&page=0', 400],
		['/tunes/new?format=json&page=1e3', 400],
		['/tunes/new?format=json&page=1&page=2', 400],
		['/tunes/search?format=json&type=tango', 400],
		['/tunes/search?format=json&mode=H', 400],
		[`/tunes/search?format=json&q=${'x'.repeat(201)}`, 400],
		['/members/29/tunes?format=json&orderby=best', 400],
		['/sessions/nearby?format=json', 400],
		['/sessions/nearby?format=json&latlon=91,0', 400],
		['/sessions/nearby?format=json&latlon=53,-9&radius=-1', 400],
	])('%s: %i', async (url, status) => {
		const { statusCode, body, headers } = await app.inject(url);
		expect(statusCode).toBe(status);
		expect(headers['content-type']).toBe('application/json; charset=utf-8');
		expect(Object.keys(JSON.parse(body) as object)).toEqual(['error', 'status', 'help']);
	});

	test('it is told in the form that was asked for', async () => {
		const xml = await app.inject('/tunes/4040?format=xml');
		expect(xml.body).toMatch(/<document><error>.*<status>404<\/status>/);
		const html = await app.inject({ url: '/tunes/search?type=tango', headers: HTML });
		expect(html.statusCode).toBe(400);
		expect(html.body).toMatch(/^<!doctype html>.*It can be jig/);
	});

	test('a bug is told to nobody who asks', async () => {
		const broken = await makeApp(
			{
				snapshot: () => {
					throw new Error('secret');
				},
				isStale: () => false,
				renew: () => false,
				close: () => undefined,
			},
			options,
		);
		const told: unknown[] = [];
		const { error } = console;
		console.error = (...each) => told.push(...each);
		const { statusCode, body } = await broken.inject('/tunes/9?format=json');
		console.error = error;
		await broken.close();
		expect(statusCode).toBe(500);
		expect(body).not.toMatch(/secret|at .*\.ts/);
		expect(told).toMatchObject([{ message: 'secret' }]);
	});

	test('what was left out for good is gone', async () => {
		const other = mkdtempSync(path.join(tmpdir(), 'session-mirror-gone-'));
		copyFileSync(storePath(work), storePath(other));
		const database = new DatabaseSync(storePath(other));
		const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
		const things = {
			...{ tunes: [999], recordings: [], sessions: [], events: [], discussions: [] },
			sets: [4040],
		};
		database
			.prepare(`INSERT INTO meta VALUES ('suppressed', ?)`)
			.run(JSON.stringify({ list: '', things, members: ['somebody', '7070'].map(digest) }));
		database.close();
		makeSearch(storePath(other), searchPath(other), silent);
		const holder = openSnapshotHolder({ dir: options.dir, work: other });
		const app = await makeApp(holder, options);
		for (const url of [
			'/tunes/999',
			'/tunes/999?format=json',
			'/tunes/999.json',
			'/members/somebody',
			'/members/7070?format=json',
			'/members/7070/activity',
			'/members/29/sets/4040?format=json',
		])
			expect((await app.inject(url)).statusCode, url).toBe(410);
		for (const url of [
			'/tunes/998',
			'/members/7071',
			'/members/29/sets/4041',
			'/members/29/x/4040',
		])
			expect((await app.inject(url)).statusCode, url).toBe(404);
		await app.close();
		holder.close();
		rmSync(other, { recursive: true });
	});
});

describe('too many requests', () => {
	test('from one address are told when to come again; others are answered', async () => {
		const limited = await serve({ rate: 3, trustProxy: '127.0.0.1' });
		const from = async (address: string) =>
			limited.inject({ url: '/tunes/9?format=json', headers: { 'x-forwarded-for': address } });
		for (let n = 0; n < 3; n++) expect((await from('192.0.2.1')).statusCode).toBe(200);
		const refused = await from('192.0.2.1');
		expect(refused.statusCode).toBe(429);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
		expect(JSON.parse(refused.body)).toMatchObject({ status: 429 });
		expect((await from('192.0.2.2')).statusCode).toBe(200);
		expect((await from('2001:db8::1')).statusCode).toBe(200);
	});

	test('nobody is believed who says to be another', async () => {
		const limited = await serve({ rate: 1 });
		const from = async (address: string) =>
			limited.inject({ url: '/', headers: { 'x-forwarded-for': address } });
		expect((await from('192.0.2.1')).statusCode).toBe(200);
		expect((await from('192.0.2.2')).statusCode).toBe(429);
	});
});

test('a line is logged for each request, without what was looked for and by whom', async () => {
	const lines: string[] = [];
	const logging = await serve({ log: (line) => lines.push(line) });
	await logging.inject('/tunes/search?q=secret&format=json');
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^GET \/tunes\/search 200 \d+ ms$/);
});
