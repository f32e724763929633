import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MirrorError } from '../../../src/core/errors.ts';
import { startPreview } from '../../../src/server/preview/server.ts';
import type { Preview } from '../../../src/server/preview/server.ts';

const FILES = {
	'index.html': 'front',
	'404.html': 'not here',
	'a.html': 'file a',
	'a/index.html': 'folder a',
	'tunes/index.html': 'tunes',
	'tunes/27.html': `tune ${'27 '.repeat(500)}`,
	'tunes/ó b.html': 'accents',
	'empty/readme.txt': 'no index',
	plain: 'no extension',
	'.hidden': 'secret',
	'.well-known/tdmrep.json': '[]',
	'.well-known/.deep': 'secret',
	'event.ics': 'BEGIN:VCALENDAR',
	'tune.abc': 'X:1',
	'site.webmanifest': '{}',
	'x.wasm': 'wasm',
	'x.pagefind': 'index',
	'x.pf_meta': 'meta',
	'x.js': '1',
	'x.css': 'a{}',
	'x.xml': '<a/>',
	'x.svg': '<svg/>',
	'x.png': 'png',
	'empty.txt': '',
};

let root: string;
let dir: string;
const previews: Record<string, Preview> = {};

beforeAll(async () => {
	root = mkdtempSync(path.join(tmpdir(), 'mirror-preview-'));
	dir = path.join(root, 'dist');
	writeFileSync(path.join(root, 'outside.html'), 'secret');
	for (const [name, content] of Object.entries(FILES)) {
		mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
		writeFileSync(path.join(dir, name), content);
	}
	for (const base of ['/', '/mirror/']) {
		previews[base] = await startPreview({ dir, base, port: 0, host: '127.0.0.1' });
	}
});

afterAll(async () => {
	for (const preview of Object.values(previews)) await preview.close();
	rmSync(root, { recursive: true });
});

/** Asks without tidying the path up, as `fetch` would. */
async function ask(
	asked: string,
	{ base = '/', method = 'GET', headers = {} }: AskOptions = {},
): Promise<Reply> {
	const { port } = new URL(previews[base]?.url ?? '');
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, path: asked, method, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const body = Buffer.concat(chunks);
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		});
		sent.on('error', reject).end();
	});
}

describe('addresses', () => {
	test.each([
		['/', 200, 'front'],
		['/index.html', 200, 'front'],
		['/?utm=1', 200, 'front'],
		['/a', 200, 'file a'],
		['/a.html', 200, 'file a'],
		['/a/', 200, 'folder a'],
		['/a.html/', 404, 'not here'],
		['/tunes', 301, '/tunes/'],
		['/tunes?sort=name&x=?', 301, '/tunes/?sort=name&x=?'],
		['/tunes/', 200, 'tunes'],
		['/tunes/27', 200, FILES['tunes/27.html']],
		['/tunes/27/', 404, 'not here'],
		['/tunes/28', 404, 'not here'],
		['/tunes/%C3%B3%20b', 200, 'accents'],
		['/empty', 301, '/empty/'],
		['/empty/', 404, 'not here'],
		['/plain', 200, 'no extension'],
		['/empty.txt', 200, ''],
		['/404', 200, 'not here'],
		['/.hidden', 404, 'not here'],
		['/.well-known/tdmrep.json', 200, '[]'],
		['/.well-known/.deep', 404, 'not here'],
		['/../outside', 404, 'not here'],
		['/%2e%2e/outside', 404, 'not here'],
		['/a/..%2f..%2foutside', 404, 'not here'],
		['/..%5coutside', 404, 'not here'],
		['/a%00.html', 404, 'not here'],
		['/%E0%A4%A', 404, 'not here'],
		['//tunes', 404, 'not here'],
		['/tunes//27', 404, 'not here'],
	])('%s is %d', async (asked, status, expected) => {
		const reply = await ask(asked);
		expect([reply.status, reply.headers.location ?? reply.body.toString()]).toEqual([
			status,
			expected,
		]);
	});

	test.each([
		['/mirror/', 200, 'front'],
		['/mirror', 301, '/mirror/'],
		['/mirror/tunes', 301, '/mirror/tunes/'],
		['/mirror/a', 200, 'file a'],
		['/mirror/b', 404, 'not here'],
		['/', 404, '404: nothing at /\n'],
		['/a', 404, '404: nothing at /a\n'],
		['/mirrors/a', 404, '404: nothing at /mirrors/a\n'],
	])('%s under a base path is %d', async (asked, status, expected) => {
		const reply = await ask(asked, { base: '/mirror/' });
		expect([reply.status, reply.headers.location ?? reply.body.toString()]).toEqual([
			status,
			expected,
		]);
	});
});

test.each([
	['/a', 'text/html; charset=utf-8'],
	['/nothing', 'text/html; charset=utf-8'],
	['/x.css', 'text/css; charset=utf-8'],
	['/x.js', 'text/javascript; charset=utf-8'],
	['/event.ics', 'text/calendar; charset=utf-8'],
	['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
	['/x.wasm', 'application/wasm'],
	['/x.xml', 'application/xml'],
	['/x.svg', 'image/svg+xml'],
	['/x.png', 'image/png'],
	['/tune.abc', 'application/octet-stream'],
	['/x.pagefind', 'application/octet-stream'],
	['/x.pf_meta', 'application/octet-stream'],
	['/plain', 'application/octet-stream'],
])('%s is %s', async (asked, type) => {
	const { headers } = await ask(asked);
	expect(headers['content-type']).toBe(type);
	expect(headers['cache-control']).toBe('max-age=600');
});

test.each([
	['/tunes/27', 'gzip, deflate, br', 'gzip'],
	['/tunes/27', 'br;q=1, gzip;q=0.5', 'gzip'],
	['/nothing', 'gzip', 'gzip'],
	['/tunes/27', 'gzip;q=0', undefined],
	['/tunes/27', 'br', undefined],
	['/tunes/27', undefined, undefined],
	['/x.png', 'gzip', undefined],
	['/x.pagefind', 'gzip', undefined],
])('%s for whom accepts %s is sent as %s', async (asked, accepted, encoding) => {
	const { headers, body } = await ask(asked, {
		headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
	});
	expect(headers['content-encoding']).toBe(encoding);
	const plain = await ask(asked);
	expect(encoding ? gunzipSync(body) : body).toEqual(plain.body);
	expect(encoding ? headers['content-length'] : undefined).toBe(undefined);
});

test('conditional requests, HEAD, ranges and other methods', async () => {
	const { headers, body } = await ask('/tunes/27');
	const etag = String(headers.etag);
	const fresh = await ask('/tunes/27', { headers: { 'if-none-match': etag } });
	expect([fresh.status, fresh.body.length]).toEqual([304, 0]);
	const since = String(headers['last-modified']);
	expect((await ask('/tunes/27', { headers: { 'if-modified-since': since } })).status).toBe(304);
	expect((await ask('/tunes/27', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
	const gone = await ask('/nothing', { headers: { 'if-none-match': '*', range: 'bytes=0-1' } });
	expect([gone.status, gone.body.toString()]).toEqual([404, 'not here']);
	const head = await ask('/tunes/27', { method: 'HEAD' });
	expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
		200,
		String(body.length),
		0,
	]);
	const range = await ask('/tunes/27', {
		headers: { range: 'bytes=0-3', 'accept-encoding': 'gzip' },
	});
	expect([range.status, range.body.toString()]).toEqual([206, 'tune']);
	const post = await ask('/a', { method: 'POST' });
	expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('goes on when those who asked have gone', async () => {
	const { port } = new URL(previews['/']?.url ?? '');
	for (let n = 0; n < 200; n++) {
		const socket = connect(Number(port), '127.0.0.1');
		await once(socket, 'connect');
		socket.end('GET /tunes/27 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n');
		setTimeout(() => socket.resetAndDestroy(), n / 100);
	}
	expect((await ask('/tunes/27')).status).toBe(200);
});

test('says what to do when there is no site or the port is taken', async () => {
	const told = async (site: { dir: string; port: number }) => {
		const reason: unknown = await startPreview({ base: '/', host: '127.0.0.1', ...site }).catch(
			(error: unknown) => error,
		);
		if (!(reason instanceof MirrorError)) throw new Error('not a MirrorError', { cause: reason });
		return `${reason.message} ${reason.next}`.replace(root, '<root>').replace(/Port \d+/, 'Port N');
	};
	expect(await told({ dir: path.join(root, 'nothing'), port: 0 })).toMatchInlineSnapshot(
		`"There is no site in <root>/nothing. Make one with \`npm run mirror:sample\` or \`npm run mirror\`."`,
	);
	const port = Number(new URL(previews['/']?.url ?? '').port);
	expect(await told({ dir, port })).toMatchInlineSnapshot(
		`"Port N of 127.0.0.1 is taken. End what uses it, or choose another: npm run preview -- --port 4322"`,
	);
});

interface AskOptions {
	base?: string;
	method?: string;
	headers?: Record<string, string>;
}

interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}
