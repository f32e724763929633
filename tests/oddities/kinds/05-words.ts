import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { Site } from '../site.ts';
import { COMMENT } from '../upstream.ts';

/** Where a mirror with no address of its own is served. */
const OURS = 'http://localhost:4321';

/** A comment on a tune, and what becomes of it; it says `keelson` before and `gunwale` behind. */
function said(
	name: string,
	html: string,
	shown: (site: Site, id: number) => void = () => undefined,
): Oddity {
	return {
		name: `a comment has ${name}`,
		change: (upstream, id) =>
			upstream
				.tune(
					id,
					{},
					{
						comments: [
							{ id: id + COMMENT, html: `<p>keelson ${html} gunwale</p>` },
							{ id: id + COMMENT + 1, html: '<p>An answer with a thwart.</p>' },
						],
					},
				)
				.untold(id + COMMENT),
		shown(site, id) {
			const text = site.text(`/tunes/${id}`);
			for (const word of ['keelson', 'gunwale', 'thwart']) expect(text).toContain(word);
			shown(site, id);
		},
	};
}

const hasNoLinkTo = (target: string) => (site: Site, id: number) =>
	expect(site.links(`/tunes/${id}`).filter((link) => link.includes(target))).toEqual([]);

const comments: Oddity[] = [
	said(
		'a link to this mirror that leads nowhere',
		`<a href="${OURS}/tunes/99999999">there</a>`,
		hasNoLinkTo('99999999'),
	),
	said(
		'a bare link to this mirror that leads nowhere',
		`${OURS}/sessions/88888888`,
		hasNoLinkTo(`${OURS}`),
	),
	said(
		'a link from the root',
		'<a href="/tunes/77777777">root</a>',
		hasNoLinkTo('/tunes/77777777"'),
	),
	said('a link to no page of ours', `<a href="${OURS}/admin.php?x=1">admin</a>`),
	said('a relative link', '<a href="../nowhere/index.html">relative</a>'),
	said('an anchor of no comment', '<a href="#comment1">up</a>'),
	said('an empty link', '<a href="">empty</a>'),
	said('a link of two hashes', '<a href="##">hash</a>'),
	said('a javascript link', '<a href="javascript:alert(1)">go</a>'),
	said('a javascript link in disguise', '<a href="&#106;ava\nscript:alert(1)">go</a>'),
	said('a data link', '<a href="data:text/html,<script>alert(1)</script>">go</a>'),
	said('a link without a host', '<a href="http://">go</a>'),
	said('a link of a broken host', '<a href="http://[::1">go</a>'),
	said('a link with a port out of range', '<a href="http://example.org:99999/">go</a>'),
	said('a link with blanks', '<a href="https://example.org/a b c">go</a>'),
	said('a link with a lone surrogate', '<a href="https://example.org/\ud800">go</a>'),
	said('a link to a tune that is gone', '<a href="https://thesession.org/tunes/66666666">gone</a>'),
	said(
		'a bare link to a comment that is gone',
		'https://thesession.org/discussions/1#comment55555555',
	),
	said(
		'a bare link in brackets with a full stop',
		'(see https://thesession.org/tunes/1).',
		(site, id) =>
			expect(site.links(`/tunes/${id}`).some((link) => /(^|\/)1$/.test(link))).toBe(true),
	),
	said('an address of e-mail', 'nell@anchor.example'),
	said('ends of our tags', '</div></article></main></body></html>'),
	said('an end of a comment of HTML', '--> <!-- -->'),
	said('ids of ours', '<p id="main" name="main">main</p><p id="comments">comments</p>'),
	said('classes of ours', '<p class="pager said status">class</p>'),
	said('an id of its own comment', `<p id="comment1">own</p>`),
	said('an event handler', '<b onclick="alert(1)">bold</b>'),
	said('a style', '<p style="position:fixed;inset:0">style</p>'),
	said(
		'a form',
		'<form action="https://example.org/"><input name="q"><button>send</button></form>',
	),
	said('a frame', '<iframe src="https://example.org/"></iframe>'),
	said('a base', '<base href="https://example.org/">'),
	said('a refresh', '<meta http-equiv="refresh" content="0;url=https://example.org/">'),
	said('a stylesheet', '<link rel="stylesheet" href="https://example.org/x.css">'),
	said(
		'an SVG with a script',
		'<svg><script>alert(1)</script><text onload="alert(1)">svg</text></svg>',
	),
	said('a custom element of ours', '<list-tools data-columns="x">tool</list-tools>'),
	said('an element nobody knows', '<blink><x-y z>odd</x-y></blink>'),
	said('entities twice escaped', '&amp;lt;script&amp;gt; &amp;amp;'),
	said('entities nobody knows', '&nosuch; &#0; &#x110000; &#128;'),
	said('control characters', 'bell \u0007 null \u0000 escape \u001b[31m'),
	said('marks of direction', '\u202eright to left\u202c \u2067iso\u2069'),
	said('a template of ours', '{{constructor}} ${1+1} <%= x %>'),
	said('lines of a calendar', 'BEGIN:VCALENDAR\r\nEND:VEVENT'),
	said('a heading', '<h1>Main</h1><h2>Second</h2><h6>Sixth</h6>'),
	said('a table', '<table><tr><td>cell</table>'),
	said('words that search reads as its own', 'data-pagefind-ignore data-pagefind-filter="x"'),
	said('an attribute that search reads', '<p data-pagefind-ignore="all">hidden</p>'),
];

/** Names that leave what they are put into. */
const NAMES: [string, string][] = [
	['has a line break', 'Ebb\nK:Cminor'],
	['has a carriage return', 'Ebb\rX:99'],
	['has a line separator', 'Ebb\u2028T:Flow'],
	['is markup', '<b>Ebb</b><script>alert(1)</script>'],
	['ends a script', '</script><script>alert(1)//'],
	['ends CDATA', ']]>Ebb'],
	['has a mark of direction', '\u202eEbb\u202c'],
	['is a formula', '=HYPERLINK("https://example.org")'],
	['is a percent sign of ABC', '% Ebb %%abc'],
	['begins a calendar', 'BEGIN:VEVENT'],
	['has commas and semicolons', 'Ebb; flow, and\\slack'],
	['is an entity', 'Ebb &amp;amp; Flow &#x3C;b&#x3E;'],
	['ends in a backslash', 'Ebb\\'],
	['is a JSON string', '"},{"x":"'],
	['is null', 'null'],
	['is true', 'true'],
];

const names = NAMES.flatMap(([what, name]): Oddity[] => [
	{
		name: `a tune's name ${what}`,
		change: (upstream, id) => upstream.tune(id, { name }, { name }).untold(id),
		shown(site, id) {
			expect(site.value('SELECT name FROM tune WHERE id = ?', id)).not.toMatch(
				/[\n\r\u2028\u202e]/,
			);
			expect(() => site.json(`/tunes/${id}.json`)).not.toThrow();
		},
	},
	{
		name: `an event's name ${what}`,
		change: (upstream, id) => upstream.event(id, { event: name, venue: name }, { name }).untold(id),
		shown(site, id) {
			const lines = site.raw(`/events/${id}.ics`).replaceAll('\r\n ', '').split('\r\n');
			expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
			expect(lines.every((line) => line === '' || /^[A-Z-]+[:;]/.test(line))).toBe(true);
		},
	},
]);

const COMPOSERS = ['NULL', '?', '-', 'n/a', 'Unknown', 'Trad.', '0', 'undefined', '???', '\\N'];

const composers = COMPOSERS.map((composer): Oddity => ({
	name: `a composer is called ${composer}`,
	change: (upstream, id) => upstream.tune(id, { composer }),
	shown(site, id) {
		const said = site.value('SELECT composer FROM tune WHERE id = ?', id);
		// Unknown, or a name that has its page.
		if (/^(NULL|\?+|-|n\/a|\\N)$/.test(composer)) expect(said).toBeNull();
		else expect([composer, null]).toContain(said);
	},
}));

export const words: OddityKind = {
	title: '5: words of members read as ours',
	rows: [...comments, ...names, ...composers],
};
