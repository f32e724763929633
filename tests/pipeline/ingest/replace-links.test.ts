import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceLinks } from '../../../src/pipeline/ingest/assemble/links.ts';

const resolve = (href: string): string | undefined =>
	href === '/gone' ? undefined : href === '/old' ? '/new' : href;

it.each([
	['<a href="/gone">x</a> y', 'x y'],
	['<a href="/old">x</a> y', '<a href="/new">x</a> y'],
	['<a href="/gone"><b>x</b> <i>y</i></a>', '<b>x</b> <i>y</i>'],
	['<a href="/gone">x', 'x'],
	['<a href="/gone', '<a href="/gone'],
	['<a href="/gone">x<a href="/old">y</a>z</a>!', 'x<a href="/new">y</a>z!'],
	['</a><a href="/gone">x</a></a>', '</a>x</a>'],
	[
		'<a href="https://x.example/" rel="nofollow">x</a>',
		'<a href="https://x.example/" rel="nofollow">x</a>',
	],
	['<a>x</a>', 'x'],
	['<abbr>x</abbr>', '<abbr>x</abbr>'],
	['&lt;a href="/gone"&gt;', '&lt;a href="/gone"&gt;'],
	['<a href="/gone">$& $1</a>', '$& $1'],
])('%s becomes %s', (html, expected) => {
	expect(replaceLinks(html, resolve)).toBe(expected);
});

it('gives and takes addresses as they are meant', () => {
	const seen: string[] = [];
	const html = replaceLinks('<a href="https://a.example/?x=1&amp;y=2" rel="ugc">x</a>', (href) => {
		seen.push(href);
		return 'https://b.example/?y="<&';
	});
	expect(seen).toEqual(['https://a.example/?x=1&y=2']);
	expect(html).toBe('<a href="https://b.example/?y=&quot;&lt;&amp;" rel="ugc">x</a>');
});

it('keeps every text, whatever it is given', () => {
	const piece = fc.constantFrom(
		'<a href="/gone">',
		'<a href="/old">',
		'<a',
		'</a>',
		'<b>',
		'x',
		'>',
	);
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const xs = (text: string): number => text.split('x').length;
			expect(xs(replaceLinks(pieces.join(''), resolve))).toBe(xs(pieces.join('')));
		}),
	);
});
