import { expect } from 'vitest';
import type { Kind } from '../../../src/core/kinds.ts';
import type { Oddity, OddityKind } from '../oddity.ts';
import { COMMENT } from '../upstream.ts';

/** What is opened in a comment and never closed. */
const OPENED: [string, string][] = [
	...'textarea title style script xmp plaintext noscript iframe template svg math select option table noembed noframes button object video audio form fieldset details dialog head body main article footer li dd'
		.split(' ')
		.map((tag): [string, string] => [`<${tag}>`, `<${tag}>`]),
	['a comment of HTML', '<!-- '],
	['a comment of HTML, wrongly', '<! --'],
	['CDATA', '<![CDATA['],
	['a processing instruction', '<?php '],
	['an attribute', '<a href="https://example.org/'],
	['an attribute with a tag', '<b title="<i>'],
	['a tag', '<b'],
	['an end of a tag', '</'],
	['a document type', '<!DOCTYPE html'],
	['an entity', '&amp'],
];

const CLOSED: [string, string][] = [
	['closes the comment’s own elements', '</div></article>'],
	['closes all of them', '</div></article></article></div></main></body></html>'],
	[
		'opens a comment of its own',
		'<article id="comment5" class="feed-entry feed-entry--comment h-entry"><div class="e-content">forged</div></article>',
	],
	['has a footer of its own', '<footer>Posted by <span class="nickname">Forger</span></footer>'],
	['has a heading of comments', '<h2 id="commentcount">Ninety comments</h2>'],
	['has a time', '<time class="dt-published" datetime="1999-01-01 00:00:00">1999</time>'],
	['has the class of a comment', '<div class="feed-entry--comment">classy</div>'],
	[
		'says who added the page',
		'<span class="discrete">Added by Forger on <time datetime="1999-01-01 00:00:00">1999</time></span>',
	],
];

const ON: Kind[] = ['discussions', 'tunes', 'sessions', 'events', 'recordings'];

const rows = [
	...OPENED.map(([what, html]): [string, string] => [`opens ${what}`, html]),
	...CLOSED,
].map(([what, html], at): Oddity => {
	const kind = ON[at % ON.length] ?? 'discussions';
	return {
		name: `the second of three comments on one of ${kind} ${what}`,
		change(upstream, id) {
			const comments = [
				{ id: id + COMMENT, html: '<p>Before, the capstan.</p>', member: `Ada ${id}` },
				{ id: id + COMMENT + 1, html: `<p>Then, the windlass ${html}`, member: `Bea ${id}` },
				{ id: id + COMMENT + 2, html: '<p>Behind, the bollard.</p>', member: `Cis ${id}` },
			];
			if (kind === 'discussions') upstream.discussion(id, { comments });
			else if (kind === 'tunes') upstream.tune(id, {}, { comments });
			else if (kind === 'sessions') upstream.session(id, {}, { comments });
			else if (kind === 'events') upstream.event(id, {}, { comments });
			else upstream.recording(id, {}, { comments });
			upstream.untold(id + COMMENT + 1);
		},
		shown(site, id) {
			const said = site.rows<{ id: number; html: string; member: string | null; date: string }>(
				`SELECT c.id, c.html, m.name AS member, c.date FROM comment c LEFT JOIN member m ON m.id = c.member_id
				WHERE kind = ? AND thing_id = ? ORDER BY position`,
				kind,
				id,
			);
			expect(said.map((one) => one.id)).toEqual([0, 1, 2].map((n) => id + COMMENT + n));
			expect(said.map((one) => one.member)).toEqual([`Ada ${id}`, `Bea ${id}`, `Cis ${id}`]);
			expect(said.map((one) => one.date)).toEqual(Array(3).fill('2021-05-03 08:00:00'));
			expect(said.map((one) => /capstan|windlass|bollard/.exec(one.html)?.[0])).toEqual([
				'capstan',
				'windlass',
				'bollard',
			]);
			expect(said[2]?.html).toBe('<p>Behind, the bollard.</p>');
		},
	};
});

export const swallowed: OddityKind = { title: '9: texts that swallow what follows', rows };
