import { expect, test } from 'vitest';
import {
	foldedFileOf,
	laterPagesOf,
	unfolded,
	withLaterPages,
} from '../../src/core/whole-thread.ts';

const pager =
	'<nav id=pages class=pager aria-label="Pages of posts"><ol><li><a href=9 aria-label="Posts 1 to 2" ' +
	'aria-current=page>1 to 2</a><li><i id=comment3></i><a href=9/2 aria-label="Posts 3 to 3">3 to 3</a></ol>' +
	'<a class=next rel=next href=9/2>Next</a></nav>';
const page = (posts: string, after = pager): string =>
	`<article><section id=comments><h2>3 posts</h2><ol>${posts}</ol>${after}</section>` +
	'<section id=mentions><ol><li>elsewhere</ol></section></article>';
const first = page('<li id=comment1><ol><li>in a post</ol><p>A<li id=comment2><p>B');
const second = page('<li id=comment3><p>C');

test('how many pages follow the first is what its pager says', () => {
	expect(laterPagesOf(first)).toBe(1);
	expect(laterPagesOf(page('<li id=comment1><ol><li>in a post</ol><p>A', ''))).toBe(0);
});

const fold =
	'<script type=module src=/base/_astro/x.js></script>' +
	'<folded-posts data-file=/base/discussions/folded/0.bin#9 data-count=2><p><a href=https://x.example>2 ' +
	'more posts</a> at thesession.org</p></folded-posts>';

test('folded posts come behind the last of the page, as if they had never been folded', () => {
	const folded = page('<li id=comment1><p>A', fold);
	expect(foldedFileOf(folded)).toBe('/base/discussions/folded/0.bin#9');
	expect(unfolded(folded, '<li id=comment2><p>B $& $1<li id=comment3><p>C')).toBe(
		page('<li id=comment1><p>A<li id=comment2><p>B $& $1<li id=comment3><p>C', ''),
	);
});

test('a page without folded posts stays as it is, whatever its members wrote', () => {
	const plain = page('<li id=comment1><p>&lt;/ol>&lt;folded-posts data-file=x></folded-posts>', '');
	expect(foldedFileOf(plain)).toBeUndefined();
	expect(unfolded(plain, '<li>no')).toBe(plain);
});

test('posts of other pages come behind the last of the first', () => {
	expect(withLaterPages(first, [second])).toBe(
		page('<li id=comment1><ol><li>in a post</ol><p>A<li id=comment2><p>B<li id=comment3><p>C'),
	);
	expect(withLaterPages(first, [])).toBe(first);
	expect(withLaterPages(first, ['<p>Not to be had'])).toBe(first);
});
