import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import { COMMENT, SETTING } from '../upstream.ts';

/** Comments as deep as somebody pastes them; each says `bilge` at its bottom. */
const DEEP: [string, string][] = [
	['30,000 bold tags', `${'<b>'.repeat(30_000)}bilge`],
	['30,000 quotations', `${'<blockquote>'.repeat(30_000)}bilge${'</blockquote>'.repeat(30_000)}`],
	['10,000 lists in lists', `${'<ul><li>'.repeat(10_000)}bilge`],
	['20,000 divisions', `${'<div>'.repeat(20_000)}bilge${'</div>'.repeat(20_000)}`],
	['10,000 links in links', `${'<a href="https://example.org">'.repeat(10_000)}bilge`],
	['20,000 tags that end and never began', `bilge ${'</p></b></div>'.repeat(20_000)}`],
	['50,000 signs of less', `${'< '.repeat(50_000)}bilge`],
	['20,000 brackets', `${'('.repeat(20_000)}bilge${')'.repeat(20_000)}`],
	['an address of 20,000 characters', `<p>https://example.org/${'a/'.repeat(10_000)} bilge</p>`],
	['5,000 tables in tables', `${'<table><tr><td>'.repeat(5000)}bilge`],
	['20,000 entities', `${'&amp;'.repeat(20_000)} bilge`],
	['10,000 paragraphs unclosed', `${'<p>'.repeat(10_000)}bilge`],
	[
		'an element with 5,000 attributes',
		`<p ${Array.from({ length: 5000 }, (_, n) => `a${n}="x"`).join(' ')}>bilge</p>`,
	],
	['15,000 fonts and spans in turn', `${'<font color=red><span>'.repeat(15_000)}bilge`],
	['8,000 SVGs', `${'<svg><g>'.repeat(8000)}bilge`],
];

const comments = DEEP.map(([what, html]): Oddity => ({
	name: `a comment has ${what}`,
	change: (upstream, id) =>
		upstream
			.discussion(id, {
				comments: [
					{ id: id + COMMENT, html: '<p>Mind the step.</p>' },
					{ id: id + COMMENT + 1, html },
					{ id: id + COMMENT + 2, html: '<p>Mind the other step.</p>' },
				],
			})
			.untold(id + COMMENT + 1),
	shown(site, id) {
		const text = site.text(`/discussions/${id}`);
		expect(text).toContain('Mind the step.');
		expect(text).toContain('Mind the other step.');
		expect(text.includes('bilge') || site.reasons(id + COMMENT + 1).length > 0).toBe(true);
		expect(
			site.value('SELECT count(*) FROM comment WHERE kind = ? AND thing_id = ?', 'discussions', id),
		).toBe(3);
	},
}));

/** Music as deep. */
const MUSIC: [string, string][] = [
	['5,000 chords opened', '['.repeat(5000)],
	['5,000 graces opened', '{'.repeat(5000)],
	['5,000 slurs', `${'('.repeat(5000)}G8${')'.repeat(5000)}|`],
	['5,000 tuplets in tuplets', `${'(3'.repeat(5000)}GAB|`],
	['2,000 endings', '|1 G8:|2 A8:'.repeat(1000)],
	['10,000 quotes', '"'.repeat(9999)],
	['3,000 keys', '[K:D]G8|'.repeat(3000)],
	['3,000 voices', Array.from({ length: 3000 }, (_, n) => `V:${n}\nG8|`).join('\n')],
	['a line of 100 KB without a bar', 'G2 '.repeat(33_000)],
];

const music = MUSIC.map(([what, abc]): Oddity => ({
	name: `a setting has ${what}`,
	change: (upstream, id) => upstream.tune(id, { abc }, { settings: [] }),
	shown(site, id) {
		expect(site.has(`/tunes/${id}`)).toBe(true);
		expect(site.value('SELECT count(*) FROM setting WHERE id = ?', id + SETTING)).toBe(1);
	},
}));

export const recursion: OddityKind = {
	title: '6: recursion on what people wrote',
	rows: [...comments, ...music],
};
