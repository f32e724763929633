import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readWholeThread } from '../../src/pipeline/read-thread.ts';
import { joinFolded } from '../../src/core/folded-file.ts';
import { pageFiles } from '../../src/core/site-files.ts';
import { readWholeThread as readInBrowser } from '../../src/elements/search/read-thread.ts';

const post = (id: number): string => `<li id=comment${id}><p>${'ábc '.repeat(id)}<p>Nell`;
const page = (posts: string, after: string): string =>
	`<main><article><section id=comments><ol>${posts}</ol>${after}</section></article></main>`;
const pager = (pages: number): string =>
	`<nav id=pages class=pager><ol>${'<li><a>x</a>'.repeat(pages)}</ol></nav>`;
const ALL = page([1, 2, 3, 4, 5].map(post).join(''), '');

/** A site whose discussions 1 to 4 hold the same five posts: on one page, paged, folded, in a folder of its own. */
function makeSite(): string {
	const site = mkdtempSync(path.join(tmpdir(), 'mirror-threads-'));
	onTestFinished(() => rmSync(site, { recursive: true, force: true }));
	const write = (file: string, content: string | Buffer): void => {
		mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
		writeFileSync(path.join(site, file), content);
	};
	const fold = (id: number): string =>
		`<folded-posts data-file=/base/discussions/folded/0.bin#${id} data-count=3><p>3 more</p></folded-posts>`;
	const folded = [3, 4, 5].map(post).join('');
	write('discussions/1.html', ALL);
	write('discussions/2.html', page(post(1) + post(2), pager(3)));
	write('discussions/2/2.html', page(post(3) + post(4), pager(3)));
	write('discussions/2/3.html', page(post(5), pager(3)));
	write('discussions/3.html', page(post(1) + post(2), fold(3)));
	write('discussions/4/index.html', page(post(1) + post(2), fold(4)));
	const together = joinFolded([3, 4].map((id) => [id, folded] as const));
	write('discussions/folded/0.bin', deflateRawSync(together));
	return site;
}

/** Answers what a page under the base asks for. */
function serve(site: string): void {
	vi.stubGlobal('fetch', (asked: string | URL) => {
		const { href, pathname } = new URL(asked, 'https://mirror.example');
		const name = pathname.replace(/^\/base/, '');
		for (const file of [name.slice(1), ...pageFiles(name)]) {
			try {
				const response = new Response(new Uint8Array(readFileSync(path.join(site, file))));
				return Promise.resolve(Object.defineProperty(response, 'url', { value: href }));
			} catch {
				// Not this one.
			}
		}
		return Promise.resolve(new Response('', { status: 404 }));
	});
	onTestFinished(() => void vi.unstubAllGlobals());
}

test('a thread is the same however it lies in files, to the index and to a browser', async () => {
	const site = makeSite();
	serve(site);
	const { signal } = new AbortController();
	for (const id of [1, 2, 3, 4]) {
		const inNode = readWholeThread(site, { kind: 'discussions', id });
		expect(inNode.replace(pager(3), '')).toBe(ALL);
		expect(await readInBrowser(`/base/discussions/${id}`, signal)).toBe(inNode);
	}
});

test('what of a thread cannot be had is left out, and a page that cannot is none', async () => {
	const site = makeSite();
	rmSync(path.join(site, 'discussions/2/2.html'));
	writeFileSync(path.join(site, 'discussions/folded/0.bin'), 'damaged');
	serve(site);
	const { signal } = new AbortController();
	expect(await readInBrowser('/base/discussions/2', signal)).toBe(
		page([1, 2, 5].map(post).join(''), pager(3)),
	);
	expect(await readInBrowser('/base/discussions/3', signal)).toContain('3 more');
	expect(await readInBrowser('/base/discussions/9', signal)).toBeUndefined();
	expect(() => readWholeThread(site, { kind: 'discussions', id: 3 })).toThrow(
		'discussions/folded/0.bin is damaged',
	);
	const other = makeSite();
	const text = joinFolded([[13, post(3)]]);
	writeFileSync(path.join(other, 'discussions/folded/0.bin'), deflateRawSync(text));
	serve(other);
	expect(await readInBrowser('/base/discussions/3', signal)).toContain('3 more');
	expect(() => readWholeThread(other, { kind: 'discussions', id: 3 })).toThrow(
		'discussions/folded/0.bin has no posts of discussion 3',
	);
});
