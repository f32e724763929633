import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../src/pipeline/ingest/archive/page.ts';
import { parsePage } from '../../../src/pipeline/ingest/archive/parse-page.ts';
import { readCount } from '../../../src/pipeline/ingest/archive/stated-count.ts';
import type { Kind } from '../../../src/core/kinds.ts';
import {
	addedBy,
	commentFeed,
	commentMarkup,
	discussionPage,
	eventPage,
	recordingPage,
	sessionPage,
	shell,
	tunePage,
} from './pages.ts';

const read = (kind: Kind, page: string | Buffer): ReadPage =>
	parsePage(kind, 1, Buffer.from(page as string));

/** Words as a reader sees them: markup out, entities decoded. */
const wordsOf = (html: string): string[] =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What stands in one comment, whose prose is all in words that begin with `w`. */
const SWALLOWING: [oddity: string, html: string][] = [
	...'textarea title xmp iframe noscript noembed noframes plaintext svg math select template table button option object video form fieldset dialog frameset head body html main article section footer ol ul pre code a b script style h1 canvas audio applet marquee'
		.split(' ')
		.flatMap((name): [string, string][] => [
			[`<${name}> that never ends`, `wbefore <${name}>wone <b>wtwo</b> <p>wthree`],
			[`<${name}> with an attribute`, `wbefore <${name} class="x" id=y>wone wtwo`],
			[`</${name}> that never began`, `wone</${name}> wtwo <p>wthree</p>`],
			[`<${name.toUpperCase()} cut off`, `wone <${name.toUpperCase()} wtwo`],
		]),
	['<!-- that never ends', 'wone <!-- wtwo <p>wthree</p>'],
	['<!-- twice', 'wone <!-- wtwo <!-- wthree'],
	['<![CDATA[ that never ends', 'wone <![CDATA[ wtwo <p>wthree</p>'],
	['<![CDATA[ closed', 'wone <![CDATA[ wtwo ]]> wthree'],
	['<! and <?', 'wone <! wtwo <?wthree <!DOCTYPE wfour'],
	['</3', 'wone </3 wtwo > wthree'],
	['a quote that never closes', '<a href="https://x.example>wone</a> wtwo "wthree" wfour'],
	['a single quote that never closes', `<b class='x>wone</b> wtwo 'wthree' wfour`],
	['two quotes that never close', '<b class="x>wone</b> wtwo <b class="y>wthree</b> wfour'],
	['<a href=" and nothing more', 'wone <a href="'],
	['a tag in a tag', 'wone <b <i>wtwo</i> wthree'],
	['5 < 6', 'wone 5 < 6 wtwo 7 > 6 wthree'],
	['closing tags of the page', 'wone</p></div></article></ol></main></body></html>wtwo'],
	['closing tags and a footer', 'wone</div><footer>wtwo</footer></article>wthree'],
	['cells', '<table><tr><td>wone<td>wtwo<tr><td>wthree</table>'],
	['blocks side by side', '<div>wone</div><div>wtwo</div><h2>wthree</h2>wfour<hr>wfive'],
	['30,000 tags', `${'<blockquote><b>'.repeat(15_000)}wone${'</b>'.repeat(9)}wtwo`],
	['a million letters', `wone ${'x'.repeat(1_000_000)} wtwo`],
	['NUL and friends', 'wone\0wtwo\u0001 \u000bwthree &#0;&#1;&#xD800; wfour'],
];

describe('text that swallows the next', () => {
	it.each(SWALLOWING)('%s: nothing of it or behind it is lost', (_, html) => {
		const texts = [
			{ id: 4, html: 'wfirst' },
			{ id: 5, html, member: 'Odd One' },
			{ id: 6, html: '<p>wlast</p>', title: 'Title' },
		];
		for (const [kind, page] of [
			['discussions', discussionPage(1, texts)],
			['sessions', sessionPage(1, texts)],
		] as const) {
			const { page: understood, refused } = read(kind, page);
			expect(refused).toEqual([]);
			const [first, odd, last] = understood.comments;
			expect(understood.comments).toHaveLength(3);
			expect(first).toMatchObject({ id: 4, html: 'wfirst', member: 'Example Member' });
			expect(odd).toMatchObject({ id: 5, member: 'Odd One', date: '2021-05-03 08:00:00' });
			expect(last).toMatchObject({ id: 6, html: '<p>wlast</p>', title: 'Title' });
			expect(understood).toMatchObject({ member: 'Example Member', date: '2021-05-02 10:11:12' });
			const prose = html.match(/(?<![a-z])w[a-z]+/g) ?? [];
			expect(wordsOf(odd?.html ?? '')).toEqual(expect.arrayContaining(prose));
		}
	});

	it.each(SWALLOWING)('%s: as the last comment, and in a title', (_, html) => {
		const { page } = read('sessions', sessionPage(1, [{ id: 5, html, title: html }]));
		expect(page).toMatchObject({ member: 'Example Member', session: { town: 'Town' } });
		expect(page.comments).toMatchObject([{ id: 5, member: 'Example Member' }]);
		const prose = html.match(/(?<![a-z])w[a-z]+/g) ?? [];
		expect(wordsOf(page.comments[0]?.html ?? '')).toEqual(expect.arrayContaining(prose));
	});

	it('in any mixture', () => {
		const pieces = SWALLOWING.map(([, html]) => html).filter((html) => html.length < 200);
		// What begins a script or a comment in one piece may close in another: no browser shows that.
		const shown = pieces.filter((html) => !/script|style|<!--/i.test(html));
		const bits = shown.flatMap((html) => html.split(/(?=[<>"'])/));
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...shown, ...bits), { maxLength: 12 }), (mixture) => {
				const html = mixture.join(' ');
				const texts = [
					{ id: 4, html: 'wfirst' },
					{ id: 5, html },
					{ id: 6, html: 'wlast' },
				];
				const { comments } = read('discussions', discussionPage(1, texts)).page;
				expect(comments.map(({ id }) => id)).toEqual([4, 5, 6]);
				expect(comments[0]?.html).toBe('wfirst');
				expect(comments[2]?.html).toBe('wlast');
				// A word between quotes of a tag is an attribute's, not the text's.
				const prose = html.replace(/<\/?[a-z][^<>]*>/gi, ' ').match(/(?<![a-z])w[a-z]+/g) ?? [];
				expect(wordsOf(comments[1]?.html ?? '')).toEqual(expect.arrayContaining(prose));
			}),
			{ numRuns: 300 },
		);
	});

	it.each([
		['<b>', 100_000],
		['<blockquote><p>', 30_000],
		['<ul><li>', 30_000],
		['</b></p></div>', 100_000],
		['<a href="https://thesession.org/tunes/7">x</a> ', 30_000],
		['https://thesession.org/tunes/7 ', 30_000],
		['https://thesession.org/tunes/7,', 100_000],
		['://', 300_000],
		['<a href="', 100_000],
		['<!--', 100_000],
		['<script>', 100_000],
		['<textarea>', 100_000],
		['<footer>Posted by <a href="#comment7">', 20_000],
		['<article id="comment7" class="feed-entry--comment">', 20_000],
		['<', 1_000_000],
		[' ', 1_000_000],
		['x', 1_000_000],
		['&', 100_000],
		['a="1" ', 50_000],
	])('%j, %d times, in a time that grows as the text does', (piece, times) => {
		const html = piece.startsWith('a=') ? `<p ${piece.repeat(times)}>` : piece.repeat(times);
		const texts = [
			{ id: 4, html: `${html} wend` },
			{ id: 5, html: 'wlast' },
		];
		const { comments } = read('discussions', discussionPage(1, texts)).page;
		expect(comments.map(({ id }) => id)).toEqual([4, 5]);
		expect(comments[0]?.html).toContain('wend');
		const inPage = tunePage(1, [{ id: 9, abc: [html, 'wend'] }]);
		expect(read('tunes', inPage).page.tune?.settings).toMatchObject([{ id: 9 }]);
	});

	it('leaves out what no browser shows', () => {
		const html = 'a<script>bad()</script>b<style>p {}</style>c<!-- d -->e';
		const { page } = read('discussions', discussionPage(1, [{ id: 5, html }]));
		expect(page.comments[0]?.html).toBe('abce');
	});

	it.each(['<textarea>', '<title>', '<!--', '<svg>', '<script>', '<i><b>'])(
		'a name with %s hides nothing of the page',
		(odd) => {
			const page = tunePage(1, [{ id: 9 }], [{ id: 5, html: 'x' }], `The Heron ${odd}`);
			const { name, tune, comments } = read('tunes', page).page;
			expect(name).toMatch(/^The Heron/);
			expect(tune?.settings).toMatchObject([{ id: 9, mode: 'Gmajor' }]);
			expect(comments).toMatchObject([{ id: 5, html: 'x' }]);
		},
	);
});

describe('markup of a comment inside the text of another', () => {
	const FORGED = commentMarkup({ id: 7, html: 'forged', member: 'Victim' });
	const fake = (html: string) => [
		{ id: 5, html: `<p>before</p>${html}<p>after</p>`, member: 'Mallory' },
		{ id: 6, html: '<p>next</p>' },
	];

	it.each([
		['a whole comment', FORGED],
		[
			'with a footer of the true one before it',
			`</div><footer>Posted by <a href="#comment5">x</a></footer></article>${FORGED}`,
		],
		['without its footer', '<article id="comment7" class="feed-entry feed-entry--comment">forged'],
		[
			'with its attributes turned round',
			`<ARTICLE class='feed-entry--comment x' id=comment7>forged`,
		],
	])('%s stays the words of who wrote it', (_, html) => {
		const { page, refused } = read('sessions', sessionPage(1, fake(html)));
		expect(page.comments.map(({ id, member }) => [id, member])).toEqual([
			[5, 'Mallory'],
			[6, 'Example Member'],
		]);
		expect(wordsOf(page.comments[0]?.html ?? '')).toEqual(
			expect.arrayContaining(['before', 'forged', 'after']),
		);
		expect(refused).toEqual([
			{ id: 'comment7', reason: 'markup of a comment inside the text of another' },
		]);
	});

	it('leaves a later comment its own, whatever footers stand in its text', () => {
		const texts = [
			{ id: 4, html: 'true', member: 'Honest' },
			{
				id: 5,
				html: `<footer>Posted by <b class="nickname">Victim</b> <a href="#comment4">x</a></footer>`,
				member: 'Mallory',
			},
		];
		expect(read('discussions', discussionPage(1, texts)).page.comments).toMatchObject([
			{ id: 4, html: 'true', member: 'Honest' },
			{ id: 5, member: 'Mallory' },
		]);
	});

	it('takes none from escaped text, nor ids and classes into the page', () => {
		const html = `${FORGED.replaceAll('<', '&lt;')}<p id="comment9" class="feed-entry--comment" title="x">y</p>`;
		const { page } = read('discussions', discussionPage(1, [{ id: 5, html }]));
		expect(page.comments).toHaveLength(1);
		expect(page.comments[0]?.html).toContain('<p>y</p>');
	});
});

describe('how many a page says it holds', () => {
	it.each([
		['One comment', 1],
		['Two comments', 2],
		['Twenty-one comments', 21],
		['Twenty one comments', 21],
		['One hundred and five comments', 105],
		['1,024 comments', 1024],
		['1 024 comments', 1024],
		['31 comments', 31],
		['No comments yet', 0],
		['Comments', null],
		['', null],
	])('%j: %j', (text, count) => {
		expect(readCount(text)).toBe(count);
	});

	it('is told where it is not what was found', () => {
		const page = tunePage(1, [{ id: 9 }], [{ id: 5, html: 'x' }])
			.replace('1 comments', 'Three comments')
			.replace('1 settings', 'No settings');
		expect(read('tunes', page).refused).toEqual([
			{ id: '1 of 3', reason: 'fewer comments than the page says' },
			{ id: '1 of 0', reason: 'more settings than the page says' },
		]);
	});
});

describe('a page of another make', () => {
	const TALK = { id: 5, html: '<p>x</p>', title: 'T', member: 'M' };
	const whole = read('sessions', sessionPage(1, [TALK])).page;

	it.each([
		['upper case', (page: string) => page.replace(/<\/?[a-z1-6]+/g, (tag) => tag.toUpperCase())],
		['a BOM', (page: string) => `\uFEFF${page}`],
		[
			'<body in a script of the head',
			(page: string) => page.replace('<script>', '<script>"<body>";'),
		],
		[
			'</script> cut off in the head',
			(page: string) => page.replace('</style>', '').replace('</script>', ''),
		],
		['two <main>', (page: string) => page.replace('<main>', '<main></main><main>')],
		['no <body>', (page: string) => page.replace(/<body[^>]*>/, '')],
		[
			'classes without a name of ours',
			(page: string) =>
				page.replace(/class="[^"]*"/g, (text) =>
					text.replace(/feed-entry--comment|nickname|dt-published|feed-entry-title|p-tel/g, 'x'),
				),
		],
	])('%s: all is understood', (_, change) => {
		expect(read('sessions', change(sessionPage(1, [TALK]))).page).toEqual(whole);
	});

	it('says which selector found what', () => {
		const page = sessionPage(1, [TALK])
			.replaceAll('nickname', 'x')
			.replaceAll('p-locality', 'x')
			.replaceAll('embed-map', 'other-map');
		expect(read('sessions', page).selectors).toEqual({
			'comment author': { '.p-author': 1 },
			coordinates: { 'data-latitude': 1 },
		});
	});

	it('in Latin-1 or UTF-16', () => {
		const page = sessionPage(1, [{ id: 5, html: 'café Ó', member: 'Déirdre' }])
			.replaceAll('↳', '')
			.replace(/’/g, "'");
		for (const encoding of ['latin1', 'utf16le'] as const) {
			const bytes = Buffer.from(encoding === 'latin1' ? page : `\uFEFF${page}`, encoding);
			expect(read('sessions', bytes).page.comments).toMatchObject([
				{ html: 'café Ó', member: 'Déirdre' },
			]);
		}
		const cut = Buffer.concat([Buffer.from('é'), Buffer.from([0xc3])]).toString('latin1');
		const mostly = Buffer.from(sessionPage(1, [{ id: 5, html: 'XX', member: 'Déirdre’s' }]));
		mostly.write(cut, mostly.indexOf('XX'), 'latin1');
		expect(read('sessions', mostly).page.comments).toMatchObject([{ member: 'Déirdre’s' }]);
	});

	it.each([
		['empty', Buffer.alloc(0), 'no <body>'],
		['binary', Buffer.from([...Array(5000).keys()].map((n) => (n * 7919) % 256)), 'no <body>'],
		['60 MB', Buffer.alloc(60_000_000, '<body><h1>x</h1>'), 'larger than 32 MB'],
	])('%s is a fault', (_, content, fault) => {
		expect(() => read('tunes', content)).toThrow(fault);
	});
});

describe('values that cannot be', () => {
	it.each([
		['Added by Example Member on ', '2021-05-02 10:11:12', 'Example Member'],
		['Added by on ', '2021-05-02 10:11:12', null],
		['Added by  ', '2021-05-02 10:11:12', null],
		['Added by Sam on Tour on ', '2021-05-02 10:11:12', 'Sam on Tour'],
		['Added by on on ', '2021-05-02 10:11:12', 'on'],
		['Added by Mary \u00A0 Ann\u200E on ', '2021-05-02 10:11:12', 'Mary Ann'],
		['Added by <a href="../../members/3">Linked</a> on ', '2021-05-02 10:11:12', 'Linked'],
	])('%j', (text, date, member) => {
		const page = sessionPage(1).replace(/Added by .*? on (?=<time)/, text);
		expect(read('sessions', page).page).toMatchObject({ member, date });
	});

	it('a date in words, or none that can be read', () => {
		const page = sessionPage(1);
		expect(
			read('sessions', page.replace(/Added by.*?<\/time>/, 'Added by Sam on May 2nd, 2021')).page,
		).toMatchObject({ member: 'Sam', date: '2021-05-02 00:00:00' });
		const odd = read(
			'sessions',
			page.replace('2021-05-02 10:11:12', 'yesterday').replace('>May 2nd, 2021<', '>long ago<'),
		);
		expect(odd).toMatchObject({
			page: { member: 'Example Member', date: null },
			refused: [{ reason: 'a date that cannot be read' }],
		});
	});

	it.each([
		['0', '0', null, null],
		['0.0', '-0.000', null, null],
		['53,01', '-9,37', 53.01, -9.37],
		['91', '0', null, null],
		['53.01', '', null, null],
		['53.01abc', '-9.37', null, null],
	])('coordinates %j, %j', (latitude, longitude, north, east) => {
		const page = sessionPage(1).replace('53.01', latitude).replace('-9.37', longitude);
		expect(read('sessions', page).page.session).toMatchObject({ latitude: north, longitude: east });
	});

	it('an event that ends before it starts', () => {
		const { page, refused } = read('events', eventPage(1).replace('2030-04-27', '2020-04-27'));
		expect(page.event).toMatchObject({ starts: '2030-04-25 20:00:00', ends: null });
		expect(refused).toHaveLength(1);
	});

	it('a setting without a key, a tune without settings, tracks without titles', () => {
		const keyless = tunePage(1, [{ id: 9, abc: ['ABcd', 'efga'] }]).replace(
			/<abbr title="Key">K<\/abbr>: Gmaj<br>/,
			'',
		);
		expect(read('tunes', keyless).page.tune?.settings).toMatchObject([
			{ id: 9, meter: '4/4', mode: '', abc: 'ABcd\nefga' },
		]);
		expect(read('tunes', tunePage(1, [])).page.tune).toEqual({ type: 'reel', settings: [] });
		const bare = recordingPage(1, [{ tunes: [['A &amp; B'], ['C', 7]] }]).replace(
			/<\/?span[^>]*>/g,
			'',
		);
		expect(read('recordings', bare).page.recording?.tracks).toEqual([
			{
				name: null,
				tunes: [
					{ name: 'A & B', tuneId: null },
					{ name: 'C', tuneId: 7 },
				],
			},
		]);
	});

	it('a page whose heading holds only tags is called as its title says, or by its number', () => {
		const page = discussionPage(1, [{ id: 5, html: 'x' }]).replace(
			/<h1>.*<\/h1>/,
			'<h1><b></b><img></h1>',
		);
		expect(read('discussions', page).page.name).toBe('Which heron?');
		const nameless = page.replace(/<title>.*<\/title>/, '');
		expect(read('discussions', nameless)).toMatchObject({
			page: { name: 'Discussion 1' },
			refused: [{ reason: expect.stringContaining('no name') as string }],
		});
	});

	it('names are one line', () => {
		const { page } = read(
			'discussions',
			discussionPage(
				1,
				[{ id: 5, html: 'x', title: 'a\n b\u202E', member: 'x\u0000y\r\nz' }],
				`A\n<br>B ${'x'.repeat(5000)}`,
			),
		);
		expect(page.name).toBe(`A B ${'x'.repeat(5000)}`);
		expect(page.comments).toMatchObject([{ title: 'a b', member: 'x y z' }]);
	});

	it('what stands in a page twice, or outside its kind, is no one’s', () => {
		const page = shell(
			'sessions',
			1,
			'x',
			`<h1>X</h1>${addedBy('A')}${addedBy('B')}${commentFeed([])}`,
		);
		expect(read('sessions', page).page.member).toBe('A');
	});
});
