import './browser.ts';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { bytesHere, downloadFile } from '../../../src/offline/library/download.ts';
import type { PackFileRef } from '../../../src/offline/packs/catalogue.ts';
import { serve, type FileServer } from './server.ts';

let site: FileServer;
let ref: PackFileRef;
let url: string;
const QUICK = { patience: 10_000, pauses: [1, 1] };

beforeEach(async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-library-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const body = randomBytes(1_000_000);
	const name = `${hash('sha256', body).slice(0, 12)}.pack`;
	writeFileSync(path.join(folder, name), body);
	ref = { name, bytes: body.length, sha256: hash('sha256', body, 'hex'), pages: 1 };
	site = await serve(folder);
	url = site.root + name;
});

test('a file comes whole, with its bytes told', async () => {
	const told: number[] = [];
	const file = await downloadFile(url, ref, { onBytes: (bytes) => told.push(bytes) });
	expect(file.size).toBe(ref.bytes);
	expect(told.at(-1)).toBe(ref.bytes);
	expect(told).toEqual([...told].sort((a, b) => a - b));
});

test('a connection that breaks is taken up where it broke', async () => {
	let breaks = 3;
	site.answer = (_, body) => (breaks-- > 0 ? { body, breakAfter: 300_000 } : { body });
	await downloadFile(url, ref, QUICK);
	expect(site.log).toHaveLength(4);
	expect(site.bytesOf('pack')).toBeLessThanOrEqual(ref.bytes * 1.1);
});

test('what a paused download brought is not fetched again', async () => {
	const pause = new AbortController();
	const paused = downloadFile(url, ref, {
		signal: pause.signal,
		onBytes: (bytes) => bytes > 500_000 && pause.abort(),
	});
	await expect(paused).rejects.toThrow(/abort/i);
	const here = await bytesHere(ref.name);
	expect(here).toBeGreaterThan(0);
	await downloadFile(url, ref, QUICK);
	expect(site.log.at(-1)?.range).toBe(`bytes=${here}-`);
	expect(site.log.at(-1)?.sent).toBe(ref.bytes - here);
});

test('a server without ranges is no hindrance', async () => {
	site.knowsRanges = false;
	site.answer = (_, body) => (site.log.length < 3 ? { body, breakAfter: 400_000 } : { body });
	expect((await downloadFile(url, ref, QUICK)).size).toBe(ref.bytes);
});

test('a damaged file is fetched once more, and then given up', async () => {
	const damaged = (body: Buffer): Buffer => Buffer.concat([Buffer.from('!'), body.subarray(1)]);
	site.answer = (_, body) => ({ body: site.log.length === 1 ? damaged(body) : body });
	await downloadFile(url, ref, QUICK);
	expect(site.log).toHaveLength(2);
});

test('one that stays damaged is named', async () => {
	site.answer = (_, body) => ({ body: Buffer.alloc(body.length) });
	const failing = downloadFile(url, ref, QUICK);
	await expect(failing).rejects.toMatchObject({ kind: 'damaged' });
	await expect(failing).rejects.toThrow(ref.name);
	expect(await bytesHere(ref.name)).toBe(0);
});

test('a line that brings nothing is given up, and what came stays', async () => {
	site.answer = (_, body) =>
		site.log.length === 1 ? { body, breakAfter: 300_000 } : { body, hang: true };
	const impatient = { ...QUICK, patience: 300 };
	await expect(downloadFile(url, ref, impatient)).rejects.toMatchObject({ kind: 'network' });
	expect(await bytesHere(ref.name)).toBe(300_000);
});

test('a file that is no more says so', async () => {
	await expect(downloadFile(`${url}x`, ref, QUICK)).rejects.toMatchObject({ kind: 'gone' });
});

test('a page of the network itself is no part of the file', async () => {
	let isCaught = true;
	site.answer = (_, body) =>
		isCaught ? { body: Buffer.from('<p>Sign in'), type: 'text/html' } : { body };
	await expect(downloadFile(url, ref, QUICK)).rejects.toMatchObject({ kind: 'network' });
	expect(await bytesHere(ref.name)).toBe(0);
	isCaught = false;
	expect((await downloadFile(url, ref, QUICK)).size).toBe(ref.bytes);
});

test('a part that the site does not have is fetched from its beginning', async () => {
	site.answer = (_, body) => {
		const asked = site.log.at(-1)?.range;
		if (asked !== undefined) return { body, status: 416 };
		return site.log.length === 1 ? { body, breakAfter: 300_000 } : { body };
	};
	expect((await downloadFile(url, ref, QUICK)).size).toBe(ref.bytes);
	expect(site.log.map(({ range }) => range)).toEqual([undefined, 'bytes=300000-', undefined]);
});

test('a browser that cannot join signals downloads and pauses', async () => {
	const any = vi.spyOn(AbortSignal, 'any').mockImplementation(() => {
		throw new TypeError('AbortSignal.any is not a function');
	});
	onTestFinished(() => any.mockRestore());
	await downloadFile(url, ref, { ...QUICK, signal: new AbortController().signal });
	expect(site.log).toHaveLength(1);
});
