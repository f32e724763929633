import { describe, expect, it } from 'vitest';
import { PageFault, type ReadPage } from '../../../src/pipeline/ingest/archive/page.ts';
import { parsePage } from '../../../src/pipeline/ingest/archive/parse-page.ts';
import type { Kind } from '../../../src/core/kinds.ts';
import {
	ADDED,
	addedBy,
	commentFeed,
	commentMarkup,
	discussionPage,
	recordingPage,
	sessionPage,
	shell,
	TALK,
	TALK_READ,
	tunePage,
} from './pages.ts';

const read = (kind: Kind, page: string): ReadPage => parsePage(kind, 1, Buffer.from(page));

describe('pages that are not as they should be', () => {
	it.each([
		['', 'no <body>'],
		['<!DOCTYPE html><html><head><title>Tune: X</title>', 'no <body>'],
		['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'no <body>'],
		['\0\u0001\uFFFD', 'no <body>'],
		['<body><p>Bad gateway</p></body>', 'no name'],
		['<title>Discussion: </title><body><h1> </h1></body>', 'no name'],
	])('%j has %s', (page, fault) => {
		expect(() => read('discussions', page)).toThrow(PageFault);
		expect(() => read('discussions', page)).toThrow(fault);
	});

	it('takes the name from the title where there is no heading', () => {
		const page = discussionPage(1, [TALK]).replace(/<h1>.*<\/h1>/, '');
		expect(read('discussions', page).page).toMatchObject({
			name: 'Which heron?',
			comments: [TALK_READ],
		});
	});

	it('understands what is there of a page that is cut off anywhere', () => {
		const whole = tunePage(1, [{ id: 90010 }, { id: 90011 }], [TALK, { ...TALK, id: 900002 }]);
		const full = read('tunes', whole).page;
		let understood = 0;
		for (let at = whole.indexOf('</h1>'); at < whole.length; at += 7) {
			const { page, refused } = read('tunes', whole.slice(0, at));
			// It says itself that there was more.
			expect(refused.filter(({ reason }) => !reason.startsWith('fewer '))).toEqual([]);
			expect(page.name).toBe(full.name);
			// Whatever came before the last thing is whole.
			const parts = (of: typeof page) => [...(of.tune?.settings ?? []), ...of.comments];
			const read_ = parts(page);
			expect(read_.slice(0, -1)).toEqual(parts(full).slice(0, Math.max(0, read_.length - 1)));
			understood = Math.max(understood, read_.length);
		}
		expect(understood).toBe(4);
	});

	it.each(['div|article', 'div', 'article', 'footer', 'p', 'small'])(
		'reads a page without any </%s>',
		(name) => {
			const tune = read(
				'tunes',
				tunePage(1, [{ id: 90010 }], [TALK]).replaceAll(RegExp(`</(${name})>`, 'g'), ''),
			);
			expect(tune.page).toMatchObject({
				tune: { settings: [{ id: 90010, mode: 'Gmajor' }] },
				comments: [{ id: 900001, member: TALK_READ.member, date: TALK_READ.date }],
			});
			const talk = discussionPage(1, [TALK, { ...TALK, id: 900002 }]).replaceAll(
				RegExp(`</(${name})>`, 'g'),
				'',
			);
			expect(read('discussions', talk).page.comments).toEqual([
				TALK_READ,
				{ ...TALK_READ, id: 900002 },
			]);
		},
	);

	it('keeps what it understands of a future redesign and counts the rest', () => {
		const page = tunePage(1, [{ id: 90010 }, { id: 90011 }], [TALK, { ...TALK, id: 900002 }])
			.replaceAll('setting90010"', 's-90010"')
			.replaceAll('comment900002"', '"')
			.replaceAll('<h1>', '<tune-heading><h1>')
			.replaceAll('<div class="notes">', '<abc-player><div class="notes">')
			.replace(
				'<main>',
				'<main><nav><ol><li>1<li>2</ol></nav><future-thing hidden>x</future-thing>',
			);
		const { page: understood, refused } = read('tunes', page);
		expect(understood).toMatchObject({
			name: 'The Heron’s',
			tune: { type: 'reel', settings: [{ id: 90011, mode: 'Gmajor' }] },
			comments: [TALK_READ],
		});
		expect(refused).toEqual([
			{ id: '', reason: 'a comment without an id' },
			{ id: '', reason: 'a setting without an id' },
		]);
	});

	it('refuses what stands twice', () => {
		const { page, refused } = read('tunes', tunePage(1, [{ id: 9 }, { id: 9 }], [TALK, TALK]));
		expect(page.tune?.settings).toHaveLength(1);
		expect(page.comments).toHaveLength(1);
		expect(refused).toEqual([
			{ id: 'comment900001', reason: 'a comment id twice' },
			{ id: 'setting9', reason: 'a setting id twice' },
		]);
	});

	it('does without whatever a place lacks', () => {
		const page = shell(
			'sessions',
			1,
			'Session: X',
			'<h1>X</h1><embed-map data-latitude="95" data-longitude="x"></embed-map>',
		);
		expect(read('sessions', page).page.session).toEqual({
			venue: null,
			address: null,
			town: null,
			area: null,
			country: null,
			latitude: null,
			longitude: null,
			schedule: [],
			telephone: null,
			website: null,
		});
	});

	it.each(['javascript:alert(1)', 'data:text/html,x', '/evil', '//', 'mailto:a@b.example'])(
		'takes %s for no website',
		(href) => {
			const page = sessionPage(1).replace('href="https://arms.example/"', `href="${href}"`);
			expect(read('sessions', page).page.session?.website).toBeNull();
		},
	);

	it('takes tune numbers of a track from addresses of thesession.org only', () => {
		const page = recordingPage(1, [{ tunes: [['X', 7]] }]);
		const linked = (href: string) =>
			read('recordings', page.replace('../../tunes/7/index.html', href)).page.recording?.tracks[0]
				?.tunes[0]?.tuneId;
		expect(linked('https://www.thesession.org/tunes/8')).toBe(8);
		expect(linked('https://evil.example/tunes/8')).toBeNull();
		expect(linked('../../recordings/8/index.html')).toBeNull();
		expect(linked('javascript:alert(1)')).toBeNull();
	});

	it('does not take what a member writes for the page’s own words', () => {
		const forged = `<h1>Forged</h1><h3 class="feed-entry-title">Forged</h3>
			<span class="nickname">Forged</span><time class="dt-published" datetime="1999-01-01">x</time>
			<span class="discrete">Added by Forged on <time datetime="1999-01-01">x</time></span>`;
		const page = shell(
			'sessions',
			1,
			'Session: X',
			`<h1>X</h1>${addedBy()}${commentFeed([{ id: 5, html: forged, member: 'True' }])}`,
		);
		expect(read('sessions', page).page).toMatchObject({
			name: 'X',
			...ADDED,
			comments: [{ title: null, member: 'True', date: '2021-05-03 08:00:00' }],
		});
	});

	it('does without a comment’s text, author or date', () => {
		const bare = commentMarkup(TALK)
			.replace(/<div class="e-content".*<\/div>/s, '')
			.replace(/<span class="feed-entry-author.*<\/span>/s, 'nobody')
			.replace('2021-05-03', '2021-15-03')
			.replace('May 3rd, 2021', 'one day');
		const page = shell('discussions', 1, 'Discussion: X', `<h1>X</h1>${bare}`);
		expect(read('discussions', page).page.comments).toEqual([
			{ ...TALK_READ, html: '', member: null, date: null },
		]);
	});
});
