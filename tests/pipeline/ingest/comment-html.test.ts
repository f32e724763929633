import createDOMPurify from 'dompurify';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { commentHtml } from '../../../src/pipeline/ingest/archive/comment-html.ts';
import { sanitise } from './sanitise.ts';
import { PUBLIC_VECTORS } from './xss-vectors-public.ts';
import { VECTORS } from './xss-vectors.ts';

// The oracles: a browser's parser (jsdom) and a sanitiser that is not the one we use (DOMPurify).

const ELEMENTS = 'p br a em strong b i ul ol li blockquote code pre abbr'.split(' ');
const OURS =
	/^\/(?:(?:tunes|recordings|sessions|events|discussions)\/\d{1,9}(?:#(?:setting|comment)\d{1,9})?|members\/\d{1,9}|recordings\/artists\/\d{1,9})$/;

const { window } = new JSDOM('');
const parser = new window.DOMParser();
const purify = createDOMPurify(window);

function parse(html: string): HTMLElement {
	const document = parser.parseFromString(`<!DOCTYPE html><body><div>${html}</div>`, 'text/html');
	const [holder, ...strangers] = document.body.children;
	expect(strangers).toHaveLength(0);
	return holder as HTMLElement;
}

/** In the page's list of comments it stays one item, whose end tag is left out. */
function expectOneItem(html: string): void {
	const page = `<!DOCTYPE html><body><ol><li>${html}<p>Somebody<li>next</ol>`;
	const list = parser.parseFromString(page, 'text/html').body.firstElementChild;
	expect([...(list?.children ?? [])].map(({ localName }) => localName)).toEqual(['li', 'li']);
	expect(list?.firstElementChild?.lastElementChild?.textContent).toBe('Somebody');
}

/** Everything that must hold of any output, whatever went in. */
function expectHarmless(html: string): void {
	expectOneItem(html);
	const holder = parse(html);
	for (const element of holder.querySelectorAll('*')) {
		expect(ELEMENTS).toContain(element.localName);
		expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
		const names = element.getAttributeNames();
		if (element.localName !== 'a') {
			expect(names).toEqual([]);
			continue;
		}
		const href = element.getAttribute('href') ?? '';
		if (OURS.test(href)) {
			expect(names).toEqual(['href']);
		} else {
			expect(href).toMatch(/^(https?:\/\/[^/]|mailto:)/);
			expect(names).toEqual(['href', 'rel']);
			expect(element.getAttribute('rel')).toBe('nofollow ugc noopener');
		}
		expect(element.querySelector('a')).toBeNull();
	}
	expect(holder.innerHTML).not.toContain('<!--');
	expect(html.split('</a>')).toHaveLength(html.split('<a ').length);

	purify.removed.length = 0;
	purify.sanitize(html, {
		// Its own holder is a body; that none is in ours has been seen above.
		ALLOWED_TAGS: [...ELEMENTS, '#text', 'body'],
		ALLOWED_ATTR: ['href', 'rel'],
		ADD_URI_SAFE_ATTR: ['rel'],
		ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|\/(?![/\\]))/i,
	});
	// Named, because an element of jsdom is more than a failing test could print.
	const named = purify.removed.map((entry) =>
		'element' in entry ? entry.element.nodeName : String(entry.attribute?.name),
	);
	expect(named).toEqual([]);
}

/** Elements as a browser counts them; it may repeat open formatting, so each name counts once. */
const namesIn = (holder: HTMLElement): string[] =>
	[...new Set([...holder.querySelectorAll('*')].map((element) => element.localName))].sort();

const all = Object.entries({ ...VECTORS, ...PUBLIC_VECTORS }).flatMap(([family, vectors]) =>
	vectors.map((vector): [string, string] => [family, vector]),
);

describe('hostile markup', () => {
	it('is tried in more than 120 ways', () => {
		expect(new Set(all.map(([, vector]) => vector)).size).toBeGreaterThan(200);
	});

	it.each(all)('%s: %j', (_, vector) => {
		const html = sanitise(vector);
		expectHarmless(html);
		const once = parse(html);
		// A parser swallows the newline that a <pre> begins with, every time.
		const stable = once.innerHTML.replaceAll('<pre>\n', '<pre>');
		expect(parse(once.innerHTML).innerHTML).toBe(stable);
		expect(namesIn(once)).toEqual(openings(html));
		expect(sanitise(html)).toBe(html);
	});

	it.each(all)('stays harmless inside other markup: %s: %j', (_, vector) => {
		for (const frame of [
			`<p>x ${vector} y</p>`,
			`<a href="/tunes/27">${vector}</a>`,
			`<ul><li>${vector}`,
		])
			expectHarmless(sanitise(frame));
	});

	it('stays harmless in any mixture', () => {
		const pieces = all.flatMap(([, vector]) => vector.split(/(?=[<>"'&])/));
		const tags = ELEMENTS.flatMap((name) => [`<${name}>`, `</${name}>`]);
		const piece = fc.oneof(
			fc.constantFrom(...pieces),
			fc.constantFrom(...tags, '<a href="/evil">', '<a href="/tunes/27">', '"', "'", '>', '<'),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), (mixture) => {
				expectHarmless(sanitise(mixture.join('')));
			}),
			{ numRuns: 400 },
		);
	}, 30_000);
});

/** Names of the elements that are written in HTML of ours, whose text holds no `<`. */
function openings(html: string): string[] {
	return [...new Set([...html.matchAll(/<([a-z]+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('honest markup', () => {
	it.each([
		['<p>Text with <br> and <em>more</em>.</p>', '<p>Text with <br /> and <em>more</em>.</p>'],
		['5 &lt; 6 &amp; 7 &gt; 6', '5 &lt; 6 &amp; 7 &gt; 6'],
		['Ó ’ &eacute; &nbsp;x', 'Ó ’ é \u00A0x'],
		['<pre>|:G2BG dGBG|\nA2cA</pre>', '<pre>|:G2BG dGBG|\nA2cA</pre>'],
		['<span class="x">kept <u>text</u></span>', 'kept text'],
		['<ul><li>one<li>two</ul>', '<ul><li>one</li><li>two</li></ul>'],
		['<a name="here">plain</a> <a href="">plain</a>', 'plain plain'],
		[
			'<a href="mailto:a@b.example">m</a>',
			'<a href="mailto:a@b.example" rel="nofollow ugc noopener">m</a>',
		],
		[
			'<a href="https://x.example/?a=1&amp;b=2">x</a>',
			'<a href="https://x.example/?a=1&amp;b=2" rel="nofollow ugc noopener">x</a>',
		],
		['  <p>x</p>\n', '<p>x</p>'],
		[
			'a<title>t</title><noscript>n</noscript><svg><b>s</b></svg><template>t</template>b',
			'a\nt\nn\n<b>s</b>\nt\nb',
		],
		['', ''],
	])('%j becomes %j', (markup, html) => {
		expect(sanitise(markup)).toBe(html);
	});
});

describe('links within thesession.org', () => {
	const text = (href: string): string => `<a href="${href}">x</a>`;

	it.each([
		['../../tunes/7/index.html', '/tunes/7'],
		['../../tunes/7/index.html#setting9', '/tunes/7#setting9'],
		['../../discussions/3/index.html#comment900001', '/discussions/3#comment900001'],
		['../7/index.html', '/tunes/7'],
		['../../tunes/7', '/tunes/7'],
		['/tunes/7', '/tunes/7'],
		['/tunes/7/', '/tunes/7'],
		['https://thesession.org/tunes/7', '/tunes/7'],
		['http://thesession.org/recordings/7', '/recordings/7'],
		['https://www.thesession.org/sessions/7/', '/sessions/7'],
		['HTTP://WWW.THESESSION.ORG/events/7/index.html', '/events/7'],
		['//thesession.org/tunes/7', '/tunes/7'],
		[' https://thesession.org/tunes/7#setting9 ', '/tunes/7#setting9'],
		['https://thesession.org/tunes/7#other', '/tunes/7'],
		['#comment9', '/tunes/1#comment9'],
		['index.html#comment9', '/tunes/1#comment9'],
		['https://thesession.org/members/3', '/members/3'],
		['https://thesession.org/members/3/', '/members/3'],
		['../../members/3/index.html', '/members/3'],
		['https://thesession.org/recordings/artists/12', '/recordings/artists/12'],
		['https://thesession.org/recordings/artists/12/', '/recordings/artists/12'],
		['http://www.thesession.org/tunes/display/7', '/tunes/7'],
		['http://www.thesession.org/tunes/display.php/7', '/tunes/7'],
		['http://www.thesession.org/discussions/display/7#comment9', '/discussions/7#comment9'],
		['http://www.thesession.org/members/display/3', '/members/3'],
		['http://www.thesession.org/tunes/display/7/', '/tunes/7'],
		['http://www.thesession.org/index.php/tune/7', '/tunes/7'],
		['https://thesession.org/tunes/7/abc/1', '/tunes/7'],
		['https://thesession.org/tunes/7/abc', '/tunes/7'],
		['https://thesession.org/tunes/7/sheetmusic/2#setting9', '/tunes/7#setting9'],
		['https://thesession.org/Tunes/007/INDEX.HTML', '/tunes/7'],
		['https://thesession.org/tunes/7.', '/tunes/7'],
		['https://thesession.org/tunes/7%E2%80%9D,', '/tunes/7'],
		['https://thesession.org/tunes/7%20', '/tunes/7'],
		['https://thesession.org/tunes/7#comment9).', '/tunes/7#comment9'],
		['https://thesession.org./tunes/7', '/tunes/7'],
	])('%s leads to %s', (href, address) => {
		expect(sanitise(text(href))).toBe(`<a href="${address}">x</a>`);
	});

	it.each([
		['/', 'https://thesession.org/'],
		['../../tunes/index.html', 'https://thesession.org/tunes/index.html'],
		['https://thesession.org/tunes/new', 'https://thesession.org/tunes/new'],
		['/tunes/search?q=heron', 'https://thesession.org/tunes/search?q=heron'],
		['/tunes/7?format=json', 'https://thesession.org/tunes/7?format=json'],
		['/members/3/tunebook', 'https://thesession.org/members/3/tunebook'],
		['/trips/7', 'https://thesession.org/trips/7'],
		['http://www.thesession.org/help#x', 'https://thesession.org/help#x'],
		['https://irishtune.example/tunes/7', 'https://irishtune.example/tunes/7'],
	])('%s leads outside to %s', (href, address) => {
		expect(sanitise(text(href))).toBe(`<a href="${address}" rel="nofollow ugc noopener">x</a>`);
	});
});

describe('bare addresses', () => {
	const outside = (href: string, shown = href): string =>
		`<a href="${href}" rel="nofollow ugc noopener">${shown}</a>`;
	const ours = (href: string, shown: string): string => `<a href="${href}">${shown}</a>`;
	const tune = 'https://thesession.org/tunes/7';

	it.each([
		[`See ${tune}.`, `See ${ours('/tunes/7', tune)}.`],
		[`(${tune})`, `(${ours('/tunes/7', tune)})`],
		[`[${tune}]`, `[${ours('/tunes/7', tune)}]`],
		[`“${tune}”, ${tune}!`, `“${ours('/tunes/7', tune)}”, ${ours('/tunes/7', tune)}!`],
		[`${tune}#setting9, and`, `${ours('/tunes/7#setting9', `${tune}#setting9`)}, and`],
		[`&lt;${tune}&gt;`, `&lt;${ours('/tunes/7', tune)}&gt;`],
		[`${tune}<br>${tune}/`, `${ours('/tunes/7', tune)}<br />${ours('/tunes/7', `${tune}/`)}`],
		[
			'http://thesession.org/tunes/display/7',
			ours('/tunes/7', 'http://thesession.org/tunes/display/7'),
		],
		...['.', ',', ':', ';', '*', '”', '’,', '".', '!?', '…', '**', '_', '.”'].map(
			(behind): [string, string] => [`${tune}${behind} x`, `${ours('/tunes/7', tune)}${behind} x`],
		),
		[`*${tune}* x`, `*${ours('/tunes/7', tune)}* x`],
		[`x${tune}`, `x${tune}`],
		[`<a href="javascript:x">${tune}</a>`, ours('/tunes/7', tune)],
		['https://x.example/a_(b)', outside('https://x.example/a_(b)')],
		['https://x.example/a.', `${outside('https://x.example/a')}.`],
		['https://x.example/?a=1&amp;b=2', outside('https://x.example/?a=1&amp;b=2')],
		[`<a href="/tunes/7">${tune}</a>`, ours('/tunes/7', tune)],
		[`<b>${tune}</b>`, `<b>${ours('/tunes/7', tune)}</b>`],
		['thesession.org/tunes/7 and x.example', 'thesession.org/tunes/7 and x.example'],
		['javascript://x and gopher://y.example', 'javascript://x and gopher://y.example'],
		['a://b', 'a://b'],
	])('%j', (markup, html) => {
		expect(sanitise(markup)).toBe(html);
	});
});

it.each([
	['a<li>b</li>c', 'a<ul><li>b</li></ul>c'],
	['<li>a<li>b', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
	['<b><li>a</li></b>', '<b><ul><li>a</li></ul></b>'],
	['<ol><li>a<ul><li>b</ul></ol>', '<ol><li>a<ul><li>b</li></ul></li></ol>'],
])('puts an item without a list into one: %j', (markup, html) => {
	expect(sanitise(markup)).toBe(html);
});

it('takes a fragment for one of the thing’s own page', () => {
	expect(commentHtml({ kind: 'events', id: 4 }, '<a href="#comment9">x</a>')).toBe(
		'<a href="/events/4#comment9">x</a>',
	);
});
