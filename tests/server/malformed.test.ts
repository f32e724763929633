import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Started } from '../../src/server/start.ts';
import { servedSample } from './served-sample.ts';

const { options } = await servedSample();
let server: Started;
let port: number;

beforeAll(async () => {
	server = await startServer(options, { host: '127.0.0.1', port: 0 });
	port = (server.app.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** What comes back for some bytes, until the server closes or has answered. */
function send(bytes: string | Buffer): Promise<string> {
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
		socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
		socket.on('error', (error: Error & { code?: string }) =>
			error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
		);
		socket.on('close', () => resolve(answer));
	});
}

const request = (line: string, headers = ''): string =>
	`${line}\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`;

const noInteger = fc.constantFrom(
	'0',
	'-1',
	'1.5',
	'NaN',
	'1e9',
	'',
	'١',
	'99999999',
	'0x1',
	'%00',
);
const noPlace = fc.constantFrom(
	'',
	'x',
	'1',
	'1,2,3',
	'91,0',
	'0,181',
	'NaN,NaN',
	'1e1,1',
	',',
	'%ff',
);
const noForm = fc.constantFrom(
	'',
	'yaml',
	'JSON',
	'../json',
	'%00',
	'json%0a',
	'constructor',
	'__proto__',
);
const noEncoding = fc.constantFrom(
	'%',
	'%z',
	'%E0%A4%A',
	'%ff',
	'%c0%af',
	'%00',
	'%0d%0ax',
	'%5c..',
	'%2e%2e',
);
const noMethod = fc.constantFrom(
	'POST',
	'PUT',
	'DELETE',
	'TRACE',
	'PATCH',
	'PROPFIND',
	'CONNECT',
	'x',
	'get',
);
const listAddress = fc.constantFrom(
	'/tunes/new',
	'/activity',
	'/members/29/tunes',
	'/tunes/search',
);

/** Requests that can have no answer, as they go over the wire. */
const malformed = fc.oneof(
	fc
		.tuple(listAddress, noInteger)
		.map(([at, n]) => request(`GET ${at}?format=json&page=${n} HTTP/1.1`)),
	fc
		.tuple(listAddress, noInteger)
		.map(([at, n]) => request(`GET ${at}?perpage=${n}&format=xml HTTP/1.1`)),
	noPlace.map((place) => request(`GET /events/nearby?format=json&latlon=${place} HTTP/1.1`)),
	noForm.map((form) => request(`GET /tunes/27?format=${form} HTTP/1.1`)),
	fc
		.tuple(fc.constantFrom('/tunes/', '/', '/members/', '/_astro/'), noEncoding)
		.map(([at, code]) => request(`GET ${at}${code} HTTP/1.1`)),
	fc
		.constantFrom(
			'/../x',
			'/tunes/../../etc/passwd',
			'/%2e%2e/%2e%2e/etc/passwd',
			'//x/..',
			'/a\\..\\b',
		)
		.map((at) => request(`GET ${at} HTTP/1.1`)),
	noMethod.map((method) => request(`${method} /tunes/27 HTTP/1.1`)),
	fc
		.string({ minLength: 201, maxLength: 400 })
		.map((q) =>
			request(`GET /tunes/search?format=json&q=${encodeURIComponent(q.toWellFormed())}z HTTP/1.1`),
		),
	fc.nat({ max: 20_000 }).map((n) => request('GET / HTTP/1.1', `X: ${'a'.repeat(9000 + n)}\r\n`)),
	fc
		.constantFrom(
			'Content-Length: x',
			'Content-Length: -1',
			'Transfer-Encoding: x',
			'A b: c',
			': x',
		)
		.map((header) => request('GET / HTTP/1.1', `${header}\r\n`)),
	fc
		.uint8Array({ minLength: 1, maxLength: 200 })
		.map((bytes) => Buffer.concat([Buffer.from('\x16'), bytes, Buffer.from('\r\n\r\n')])),
	fc
		.constantFrom(
			'GET /tunes HTTP/9.9',
			'GET /x y HTTP/1.1',
			'GET',
			'GET  HTTP/1.1',
			'GET x HTTP/1.1',
		)
		.map((line) => request(line)),
);

test('a thousand malformed requests are answered 4xx, without a stack and without a crash', async () => {
	const seen = new Map<string, number>();
	await fc.assert(
		fc.asyncProperty(malformed, async (bytes) => {
			const answer = await send(bytes);
			expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
			expect(answer).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
			const status = answer.slice(9, 12);
			seen.set(status, (seen.get(status) ?? 0) + 1);
		}),
		{ numRuns: 1000, seed: 6 },
	);
	expect([...seen.keys()].sort()).toEqual(['400', '405', '431']);
	expect((await fetch(`${server.url}tunes/27`)).status).toBe(200);
});
