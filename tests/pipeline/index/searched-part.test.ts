import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchedComments, searchedPart } from '../../../src/pipeline/index/searched-part.ts';
import type { Kind } from '../../../src/core/kinds.ts';

/** On the pages as they are: when a template moves what is left out or marked, this tells. */
const golden = (kind: Kind, id: number): string =>
	searchedPart(
		readFileSync(new URL(`../../golden/${kind}/${id}.html`, import.meta.url), 'utf8'),
		kind,
	);

test.each([
	['tunes', 7, /<p data-pagefind-meta="subtitle"><a>reel<\/a> in /],
	['recordings', 21, /<a data-pagefind-meta="subtitle">/],
	['sessions', 11, /<p data-pagefind-meta="subtitle">/],
	['events', 40, /^<article [^>]*data-subtitle="6 – 8 August 2004 · Halla an/],
	['discussions', 81, /<p data-pagefind-meta="subtitle">1 January 2008 · 8 posts<\/p>/],
] as const)('%s %i is marked', (kind, id, subtitle) => {
	const part = golden(kind, id);
	expect(part).toMatch(/^<article data-pagefind-body/);
	expect(part).toMatch(subtitle);
	expect(part.match(/data-pagefind-meta/g)).toHaveLength(1);
	expect(part).not.toMatch(/<[^>]* (?:id|class|href)=|<nav|<footer|<pre/);
});

test('every tag is closed', () => {
	const part = golden('discussions', 81);
	const tags = [...part.matchAll(/<(\/?)(\w+)/g)].filter(([, , name]) => name !== 'br');
	expect(tags.filter(([, slash]) => slash)).toHaveLength(tags.length / 2);
	expect(part).toMatch(/<p>Testing what survives\.<\/p>\s*<p>A paragraph with/);
});

test('bylines, lists of links, numbers and comments are left out, posts are not', () => {
	const discussion = golden('discussions', 81);
	expect(discussion).toContain('<p>Still here. Nothing is on fire.</p></li>');
	expect(discussion).not.toMatch(/Old Gannet|Somebody|21 January 2008/);
	const tune = golden('tunes', 7);
	expect(tune).toContain('Also known as');
	expect(tune).not.toMatch(/Played before|On \d+ recording|K: |Tunebooks|comment/);
	expect(golden('events', 40)).not.toMatch(/Mentioned in|OpenStreetMap|Add to calendar/);
});

test('comments have no bylines and no number', () => {
	const html = readFileSync(new URL('../../golden/tunes/7.html', import.meta.url), 'utf8');
	const part = searchedComments(html);
	expect(part).toMatch(/^<article data-pagefind-body><section><ol><li>/);
	expect(part.match(/<li>/g)).toHaveLength(3);
	expect(part).not.toMatch(/<h1|<h2|href|Somebody/);
	expect(searchedComments('<article><h1>Alone</h1></article>')).toBe('');
});

test('a page without an article has no part', () => {
	expect(searchedPart('<html><body><p>bare</p></body></html>', 'tunes')).toBe('');
});
