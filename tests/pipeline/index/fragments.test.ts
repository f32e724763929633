import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, onTestFinished, test } from 'vitest';
import { dropTexts, readFragment } from '../../../src/pipeline/index/fragments.ts';
import { searchedComments, searchedPart } from '../../../src/pipeline/index/searched-part.ts';
import { writeIndex } from '../../../src/pipeline/index/write-index.ts';
import { KINDS } from '../../../src/core/kinds.ts';
import { readPosts } from '../../../src/elements/search/read-posts.ts';

/** What no golden page has. */
const BREAKS =
	'<main><article><h1>Breaks</h1><section id=comments><h2>1 post</h2><ol><li id=comment1>' +
	'<p>one<br>two <em>th</em>ree<blockquote>four</blockquote>five<pre>six\nseven</pre>' +
	'<p>Somebody <a href=#comment1>link</a></ol></section></article></main>';

/** Pages as they are. */
const golden = KINDS.flatMap((kind) => {
	const folder = new URL(`../../golden/${kind}/`, import.meta.url);
	return readdirSync(folder)
		.filter((name) => /^\d+\.html$/.test(name))
		.map((name) => ({ kind, name, html: readFileSync(new URL(name, folder), 'utf8') }))
		.filter(({ html }) => html.includes('<section id=comments'));
});
const pages = [...golden, { kind: 'discussions' as const, name: 'breaks.html', html: BREAKS }];

test('a browser counts the words of a page as Pagefind does, and texts are dropped', async () => {
	expect(golden.length).toBeGreaterThan(2);
	const output = mkdtempSync(path.join(tmpdir(), 'mirror-fragments-'));
	onTestFinished(() => rmSync(output, { recursive: true, force: true }));
	const documents = pages.map(({ kind, name, html }) => {
		const isDiscussion = kind === 'discussions';
		const part = isDiscussion ? searchedPart(html, kind) : searchedComments(html);
		return { url: `/${kind}/${name}`, html: `<html lang="en"><body>${part}</body></html>` };
	});
	await writeIndex(documents, { output, fragments: 2 });
	const before = readAll(output);
	expect(before.map(({ url }) => url).sort()).toEqual(documents.map(({ url }) => url).sort());
	for (const { url, content, word_count: count } of before) {
		const { kind = '', html = '' } =
			pages.find((page) => url === `/${page.kind}/${page.name}`) ?? {};
		const page = new JSDOM(html).window.document;
		const { words, posts } = readPosts(page, kind === 'discussions');
		expect(words.join(' '), url).toBe(content);
		expect(words, url).toHaveLength(count);
		expect(posts.length, url).toBe(page.querySelectorAll('#comments > ol > li').length);
	}
	dropTexts(output);
	const after = readAll(output);
	expect(after).toEqual(
		before.map(({ url, meta, word_count }) => {
			return { anchors: [], content: '', filters: {}, meta, url, word_count };
		}),
	);
});

interface Fragment {
	url: string;
	content: string;
	word_count: number;
	meta: Record<string, string>;
}

function readAll(index: string): Fragment[] {
	const folder = path.join(index, 'fragment');
	return readdirSync(folder)
		.sort()
		.flatMap(
			(name) => Object.values(readFragment(path.join(folder, name)) as object) as Fragment[],
		);
}
