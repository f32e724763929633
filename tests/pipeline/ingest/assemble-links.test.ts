import { describe, expect, it } from 'vitest';
import { TestMirror, type Files } from './mirror.ts';
import { discussionPage, eventPage, type CommentText } from './pages.ts';
import { data, mirrored, page, PAGES } from './sources.ts';

describe('links', () => {
	const comment = (html: string): CommentText[] => [{ id: 9, html }];
	const resolved = async (html: string, pages: Files = {}): Promise<[string, TestMirror]> => {
		const mirror = await mirrored(
			{},
			{ ...page('events/1', eventPage(1, comment(html))), ...pages },
		);
		const [row_] = mirror.rows<{ html: string }>(`SELECT html FROM comment WHERE kind = 'events'`);
		return [row_?.html ?? '', mirror];
	};

	it('lead where something is, and are plain text where nothing is', async () => {
		const link = (path: string) => `<a href="https://thesession.org${path}"><b>${path}</b></a>`;
		const [html] = await resolved(
			[
				'/tunes/1',
				'/tunes/99',
				'/tunes/1#setting1001',
				'/tunes/1#setting99',
				'/discussions/1#comment1',
				'/discussions/1#comment99',
				'/sessions/1#setting1001',
				'/members/5',
				'/members/99',
				'/recordings/artists/7',
				'/recordings/artists/99',
				'/tunes/1#other',
			]
				.map(link)
				.join(' '),
		);
		const to = (address: string, path: string) => `<a href="${address}"><b>${path}</b></a>`;
		expect(
			html.split('> ').map((part, at, all) => part + (at < all.length - 1 ? '>' : '')),
		).toEqual([
			to('/tunes/1', '/tunes/1'),
			'<b>/tunes/99</b>',
			to('/tunes/1#setting1001', '/tunes/1#setting1001'),
			to('/tunes/1', '/tunes/1#setting99'),
			to('/discussions/1#comment1', '/discussions/1#comment1'),
			to('/discussions/1', '/discussions/1#comment99'),
			to('/sessions/1', '/sessions/1#setting1001'),
			to('/members/example-member', '/members/5'),
			'<b>/members/99</b>',
			to('/recordings/artists/the-grey-herons', '/recordings/artists/7'),
			'<b>/recordings/artists/99</b>',
			to('/tunes/1', '/tunes/1#other'),
		]);
	});

	it('note once which thing mentions which, and nothing mentions itself', async () => {
		const [, mirror] = await resolved(
			'/tunes/1 https://thesession.org/tunes/1 <a href="/tunes/1#setting1001">x</a> <a href="#comment9">y</a> <a href="/tunes/99">z</a>',
		);
		expect(mirror.rows('SELECT * FROM mention')).toEqual([
			{ kind: 'tunes', thing_id: 1, from_kind: 'events', from_id: 1, comment_id: 9 },
		]);
	});

	it('into a section that is left out become plain text', async () => {
		const mirror = new TestMirror();
		const pages = {
			...PAGES,
			...page('events/1', eventPage(1, comment('<a href="/tunes/1">x</a>'))),
		};
		await mirror.week(data(), pages, { kinds: ['events'] });
		expect(mirror.rows('SELECT html FROM comment')).toEqual([{ html: 'x' }]);
		expect(mirror.rows('SELECT count(*) AS n FROM tune')).toEqual([{ n: 0 }]);
	});

	it('to the mirror by its full address are its own, and go to the original where it has no such page', async () => {
		const mirror = new TestMirror();
		const urls = [
			'HTTPS://Mirror.example/base/tunes/1',
			'http://mirror.example/base/tunes/1.html#setting1001',
			'https://mirror.example/base/tunes/99',
			'https://mirror.example/base/tunes/99.html#comment1',
			'https://mirror.example/base/members/example-member',
			'https://mirror.example/base/members/nobody',
			'https://mirror.example/base/tunes/popular?x=1',
			'https://mirror.example/base',
			'https://mirror.example/other/tunes/1',
			'https://mirror.example.org/base/tunes/1',
		];
		const html = urls.map((url, at) => `<a href="${url}">${at}</a>`).join(' ');
		const event = eventPage(1, comment(html)).replaceAll(
			'https://arms.example/',
			'https://mirror.example/base/events/99',
		);
		const pages = { ...PAGES, ...page('events/1', event) };
		const root = { site: 'https://mirror.example', base: '/base/' };
		await mirror.week(data(), pages, { root });
		const [row] = mirror.rows<{ html: string }>('SELECT html FROM comment WHERE id = 9');
		const outside = (href: string, text: number) =>
			`<a href="${href}" rel="nofollow ugc noopener">${text}</a>`;
		expect(row?.html).toBe(
			[
				'<a href="/tunes/1">0</a>',
				'<a href="/tunes/1#setting1001">1</a>',
				'2',
				'3',
				'<a href="/members/example-member">4</a>',
				'5',
				outside('https://thesession.org/tunes/popular?x=1', 6),
				outside('https://thesession.org/', 7),
				outside('https://mirror.example/other/tunes/1', 8),
				outside('https://mirror.example.org/base/tunes/1', 9),
			].join(' '),
		);
		expect(mirror.rows('SELECT website FROM event')).toEqual([
			{ website: 'https://thesession.org/events/99' },
		]);
	});

	it('of one comment do not reach into the next when they were malformed', async () => {
		const [html] = await resolved('<a name="x"></a><a href="/tunes/99">gone</a> and <b>more</b>');
		expect(html).toBe('gone and <b>more</b>');
	});
});

it('dates a discussion by its newest comment, wherever that stands', async () => {
	const at = (id: number, date: string): CommentText => ({ id, html: 'x', date });
	const comments = [
		at(1, '2021-01-01 00:00:00'),
		at(2, '2023-01-01 00:00:00'),
		at(3, 'nonsense'),
		at(4, '2022-01-01 00:00:00'),
	];
	const mirror = await mirrored({}, page('discussions/1', discussionPage(1, comments)));
	expect(mirror.rows('SELECT date, comments, last_date FROM discussion')).toEqual([
		{ date: '2021-05-02 10:11:12', comments: 4, last_date: '2023-01-01 00:00:00' },
	]);
});
