import { expect } from 'vitest';
import type { Kind } from '../../../src/core/kinds.ts';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { Stored } from '../site.ts';
import { COMMENT, type Upstream } from '../upstream.ts';

/** Changes every page of a section. */
function rewrite(kind: Kind, change: (html: string) => string) {
	return (upstream: Upstream): void => {
		for (const [path, html] of upstream.archive)
			if (path.startsWith(`${kind}/`)) upstream.archive.set(path, change(String(html)));
	};
}

const comments = (stored: Stored, kind: Kind): number =>
	Number(stored.value('SELECT count(*) FROM comment WHERE kind = ?', kind));

/** Markup that is called otherwise, but says the same: what was read before is read again. */
const RENAMED: [string, Kind, (html: string) => string, (stored: Stored) => void][] = [
	[
		'calls authors otherwise',
		'tunes',
		(html) => html.replaceAll('fn nickname p-name', 'author-name'),
		(s) =>
			expect(
				s.value(`SELECT count(*) FROM comment WHERE kind = 'tunes' AND member_id IS NOT NULL`),
			).toBe(4),
	],
	[
		'calls comments otherwise',
		'sessions',
		(html) => html.replaceAll('feed-entry feed-entry--comment', 'entry entry-c'),
		(s) => expect(comments(s, 'sessions')).toBe(4),
	],
	[
		'calls texts of comments otherwise',
		'events',
		(html) => html.replaceAll('class="e-content"', 'class="body"'),
		(s) =>
			expect(
				s.value(`SELECT count(*) FROM comment WHERE kind = 'events' AND html LIKE '%steady%'`),
			).toBe(4),
	],
	[
		'calls dates of comments otherwise',
		'recordings',
		(html) => html.replaceAll('dt-published', 'when'),
		(s) =>
			expect(
				s.value(`SELECT count(*) FROM comment WHERE kind = 'recordings' AND date IS NOT NULL`),
			).toBe(4),
	],
	[
		'calls settings otherwise',
		'tunes',
		(html) => html.replaceAll('class="setting light"', 'class="arrangement"'),
		(s) => expect(s.value('SELECT count(*) FROM setting')).toBe(4),
	],
	[
		'has no canonical link and no title',
		'discussions',
		(html) => html.replace(/<title>.*?<\/title>/, '').replace(/<link[^>]*>/, ''),
		(s) => expect(s.value('SELECT count(*) FROM discussion')).toBe(4),
	],
	[
		'has sections for articles',
		'sessions',
		(html) => html.replaceAll('<article', '<section').replaceAll('</article>', '</section>'),
		(s) => expect(comments(s, 'sessions')).toBe(4),
	],
	[
		'has tags and attributes in capitals',
		'events',
		(html) =>
			html.replaceAll(
				/<(\/?)([a-z]+)/g,
				(_, end: string, tag: string) => `<${end}${tag.toUpperCase()}`,
			),
		(s) => expect(comments(s, 'events')).toBe(4),
	],
	[
		'has attributes without quotes',
		'tunes',
		(html) => html.replaceAll(/="([\w-]+)"/g, '=$1'),
		(s) => expect(comments(s, 'tunes')).toBe(4),
	],
	[
		'has attributes in single quotes',
		'recordings',
		(html) => html.replaceAll(/="([^"']*)"/g, `='$1'`),
		(s) => expect(comments(s, 'recordings')).toBe(4),
	],
	[
		'has a body in capitals',
		'discussions',
		(html) => html.replace('<body', '<BODY'),
		(s) => expect(comments(s, 'discussions')).toBe(4),
	],
	[
		'has no body tag',
		'discussions',
		(html) => html.replace(/<body[^>]*>/, '').replace('</body>', ''),
		(s) => expect(s.value('SELECT count(*) FROM discussion')).toBe(4),
	],
	[
		'has a second heading before the first',
		'sessions',
		(html) => html.replace('<main>', '<h1>The Archive</h1><main>'),
		(s) => expect(s.value('SELECT name FROM session WHERE id = 1')).toBe('Anchor 1'),
	],
	[
		'wraps names in links',
		'recordings',
		(html) => html.replace(/<h1>(.*?)<\/h1>/s, '<h1><a href="#">$1</a></h1>'),
		(s) => expect(s.value('SELECT name FROM recording WHERE id = 1')).toBe('Harbour Lights 1'),
	],
	[
		'is minified',
		'tunes',
		(html) => html.replaceAll(/>\s+</g, '><'),
		(s) => expect(comments(s, 'tunes')).toBe(4),
	],
	[
		'has no microdata',
		'events',
		(html) => html.replaceAll(/ item(prop|type|scope)(="[^"]*")?/g, ''),
		(s) =>
			expect(
				s.value(
					`SELECT count(*) FROM comment WHERE kind = 'events' AND member_id IS NOT NULL AND date IS NOT NULL`,
				),
			).toBe(4),
	],
	[
		'has no classes',
		'recordings',
		(html) => html.replaceAll(/ class="[^"]*"/g, ''),
		(s) => expect(comments(s, 'recordings')).toBe(4),
	],
];

const renamed = RENAMED.map(([name, kind, change, stored]): Oddity => ({
	name: `the archive's section of ${kind} ${name}`,
	parts: [`archive/${kind}`],
	change: rewrite(kind, change),
	stored,
}));

/** Things of each kind: of four nobody knows what is usual. */
const MANY = 40;

/** Markup in which something can be found no more: the run says so. */
const LOST: [string, Kind, (html: string) => string][] = [
	[
		'comments are no elements of their own',
		'tunes',
		(html) => html.replaceAll(/<article id="comment\d+"[\s\S]*?<\/article>/g, '<p>A comment.</p>'),
	],
	[
		'settings are pictures',
		'tunes',
		(html) => html.replaceAll(/<article class="setting[\s\S]*?<\/article>/g, '<figure></figure>'),
	],
	[
		'texts of comments are loaded by a script',
		'recordings',
		(html) => html.replaceAll(/<div class="e-content"[\s\S]*?<\/div>/g, '<x-text></x-text>'),
	],
	[
		'nobody wrote anything',
		'sessions',
		(html) => html.replaceAll(/Posted by[\s\S]*?on <\/span>/g, ''),
	],
	[
		'nothing has a date',
		'discussions',
		(html) =>
			html.replaceAll(/ datetime="[^"]*"/g, '').replaceAll(/May \dr?n?d, 2021/g, 'long ago'),
	],
];

const degraded = (stored: Stored): void => expect(stored.facts().verdict).toBe('degraded');

const lost = LOST.flatMap(([name, kind, change]): Oddity[] => [
	{
		name: `in the archive's section of ${kind}, ${name}, from the first week on`,
		parts: [`archive/${kind}`],
		base: MANY,
		change: rewrite(kind, change),
		stored: degraded,
	},
	{
		name: `in the archive's section of ${kind}, ${name}, from the second week on`,
		parts: [`archive/${kind}`],
		base: MANY,
		change: () => undefined,
		next: [rewrite(kind, change)],
		stored(stored) {
			degraded(stored);
			// What was known stays.
			expect(comments(stored, kind)).toBe(MANY);
		},
	},
]);

const single: Oddity[] = [
	{
		name: 'a page says that it has five comments and has two',
		change: (upstream, id) => {
			upstream.session(
				id,
				{},
				{
					comments: [
						{ id: id + COMMENT, html: '<p>One.</p>' },
						{ id: id + COMMENT + 1, html: '<p>Two.</p>' },
					],
				},
			);
			const path = `sessions/${id}/index.html`;
			upstream.archive.set(
				path,
				String(upstream.archive.get(path)).replace('Two comments', 'Five comments'),
			);
		},
		shown(site, id) {
			expect(site.value('SELECT comments FROM session WHERE id = ?', id)).toBe(2);
		},
	},
	{
		name: 'a page is empty',
		change: (upstream, id) => upstream.session(id, {}, null).page('sessions', id, ''),
		shown: (site, id) => {
			expect(site.has(`/sessions/${id}`)).toBe(true);
			expect(site.reasons(id)).not.toEqual([]);
		},
	},
	{
		name: 'a page is a picture',
		change: (upstream, id) => {
			upstream.event(id, {}, null);
			upstream.archive.set(
				`events/${id}/index.html`,
				Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]),
			);
		},
		shown: (site, id) => expect(site.reasons(id)).not.toEqual([]),
	},
	{
		name: 'a page is cut in its middle',
		change: (upstream, id) => {
			upstream.discussion(id, {
				comments: [
					{ id: id + COMMENT, html: '<p>Caulking.</p>' },
					{ id: id + COMMENT + 1, html: '<p>Oakum and tar.</p>' },
				],
			});
			const path = `discussions/${id}/index.html`;
			const html = String(upstream.archive.get(path));
			upstream.archive.set(path, html.slice(0, html.indexOf('and tar'))).valueOf();
			upstream.untold(id + COMMENT + 1);
		},
		shown: (site, id) => expect(site.text(`/discussions/${id}`)).toContain('Oakum'),
	},
	{
		name: 'a page forwards to another',
		change: (upstream, id) =>
			upstream.page(
				'tunes',
				id,
				`<html><head><meta http-equiv="refresh" content="0;url=../1/index.html"></head><body><p>Moved.</p></body></html>`,
			),
		shown: (site, id) => expect(site.has(`/tunes/${id}`) || site.reasons(id).length > 0).toBe(true),
	},
	{
		name: 'a page is of another section',
		change: (upstream, id) => {
			upstream.session(id, {}, null).discussion(id + 1);
			upstream.archive.set(
				`sessions/${id}/index.html`,
				upstream.archive.get(`discussions/${id + 1}/index.html`) ?? '',
			);
		},
		shown: (site, id) => expect(site.text(`/sessions/${id}`)).toContain(`Anchor ${id}`),
	},
];

export const markup: OddityKind = {
	title: '8: markup that changed',
	rows: [...renamed, ...lost, ...single],
};
