import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { slimHtml } from '../../src/site/slim-html.ts';

test.each([
	// Quotes.
	['<a class="b" href="/tunes/" id="c">x</a>', '<a class=b href=/tunes/ id=c>x</a>'],
	['<p class="a b" title="">x</p>', '<p class="a b" title="">x</p>'],
	['<a href="/?q=1">x</a>', '<a href="/?q=1">x</a>'],
	['<p title="a > b" class="c">x</p>', '<p title="a > b" class=c>x</p>'],
	['<p title="it&#39;s">&#39;s</p>', `<p title="it's">'s</p>`],
	['<input name="q" hidden>', '<input name=q hidden>'],
	// Drawings.
	[
		'<svg viewBox="0 0 6 4"><use href="#a"/><path d="M0,1" /></svg>',
		'<svg viewBox="0 0 6 4"><use href="#a"/><path d=M0,1 /></svg>',
	],
	// Text.
	['<pre>A="B" x="y" >\n\n</pre>', '<pre>A="B" x="y" >\n\n</pre>'],
	['<p>1 &lt;a href="b"> 2</p>', '<p>1 &lt;a href="b"> 2</p>'],
	// Tags that are implied.
	['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
	['<ul><li>a</li> <li>b</li>\n</ul>', '<ul><li>a</li> <li>b</li>\n</ul>'],
	['<div><p>a</p>\n<p>b</p>\n</div>', '<div><p>a<p>b</div>'],
	['<div><p>a</p> b</div>', '<div><p>a</p> b</div>'],
	['<ins><p>a</p></ins>', '<ins><p>a</p></ins>'],
	['<dl><dt>a</dt><dd>b</dd><dt>c</dt> <dd>d</dd></dl>', '<dl><dt>a<dd>b<dt>c</dt> <dd>d</dl>'],
	['a<br />b', 'a<br>b'],
])('%s', (html, slim) => {
	expect(slimHtml(html)).toBe(slim);
});

test('links from the root can be written in another way', () => {
	const html =
		'<a class="x" href="/a/b">x</a><form action="/c"></form><a href="//d"></a> href="/e"';
	expect(slimHtml(html, (link) => `~${link}`)).toBe(
		'<a class=x href=~/a/b>x</a><form action=~/c></form><a href=//d></a> href="/e"',
	);
});

const PAGES = [
	'tunes/7',
	'tunes/198',
	'recordings/21',
	'sessions/11',
	'events/40',
	'discussions/81',
	'tunes/types/slip-jig',
];

test.each(PAGES)('%s is as slim as it gets', (name) => {
	const html = readFileSync(new URL(`../golden/${name}.html`, import.meta.url), 'utf8');
	expect(slimHtml(html)).toBe(html);
});

test.each(PAGES)('a browser reads %s as if every tag were there', (name) => {
	const html = readFileSync(new URL(`../golden/${name}.html`, import.meta.url), 'utf8');
	const whole = new JSDOM(html).serialize();
	expect(slimHtml(whole).length).toBeLessThan(whole.length);
	expect(tree(slimHtml(whole))).toEqual(tree(whole));
});

test('any blocks, blanks and values are read as before', () => {
	const word = fc.string({ unit: fc.constantFrom(...'ab \n="\'/>`&;#39') });
	const attributes = fc
		.dictionary(fc.constantFrom('id', 'class', 'title', 'data-a'), word)
		.map((values) =>
			Object.entries(values)
				.map(
					([name, value]) =>
						` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&#34;')}"`,
				)
				.join(''),
		);
	const text = word.map((value) => value.replaceAll('&', '&amp;'));
	const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
		block: fc.oneof(
			{ maxDepth: 3 },
			fc.tuple(fc.constantFrom('p', 'h2', 'pre'), attributes, text).map(element),
			fc
				.tuple(
					fc.constantFrom('div', 'article', 'section', 'blockquote', 'ins'),
					attributes,
					tie('blocks'),
				)
				.map(element),
			fc
				.array(fc.tuple(fc.constant('li'), attributes, fc.oneof(text, tie('blocks'))).map(element))
				.map((items) => `<ul>${items.join('')}</ul>`),
		),
		blocks: fc
			.array(fc.oneof(tie('block'), fc.constantFrom('\n', ' a ', '<br />')))
			.map((all) => all.join('')),
	}));
	fc.assert(
		fc.property(block, (html) => {
			expect(tree(slimHtml(html))).toEqual(tree(html));
		}),
		{ numRuns: 300 },
	);
});

function element([name, attributes, content]: [string, string, string]): string {
	return `<${name}${attributes}>${content}</${name}>`;
}

const browser = new JSDOM().window;

/** The document as a browser reads it, without text that is blank outside of `<pre>`. */
function tree(html: string): unknown {
	return branch(new browser.DOMParser().parseFromString(html, 'text/html').documentElement);
}

function branch(node: Element): unknown {
	const children = Array.from(node.childNodes, (child) =>
		child.nodeType === 1 ? branch(child as Element) : (child.textContent ?? ''),
	);
	const kept = node.closest('pre')
		? children
		: children.filter((child) => typeof child !== 'string' || child.trim() !== '');
	const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${value}`).sort();
	return [node.localName, attributes, kept];
}
