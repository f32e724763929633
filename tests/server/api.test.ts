import { XMLParser } from 'fast-xml-parser';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { SECTION_LISTS } from '../../src/api/lists.ts';
import { served } from '../../src/server/resources/resource.ts';
import { KINDS } from '../../src/core/kinds.ts';
import type { Store } from '../../src/store/open.ts';
import { expectShape } from '../api/schemas.ts';
import { servedSample } from './served-sample.ts';

const { app, holder } = await servedSample();

async function get(url: string): Promise<string> {
	const { statusCode, body } = await app.inject(url);
	expect(statusCode, `${url}: ${body}`).toBe(200);
	return body;
}

type Envelope = { pages: number; page: number; total: number } & Record<string, Thing[]>;
interface Thing {
	id: number;
	name: string;
	alias?: string;
	type: string;
}

async function list(url: string): Promise<Envelope> {
	const body = await get(url);
	expectShape(body, 'envelope');
	return JSON.parse(body) as Envelope;
}

const ids = (things: Thing[] | undefined): number[] => (things ?? []).map(({ id }) => id);

describe('items', () => {
	test.each([
		['/tunes/9?format=json', 'tune'],
		['/recordings/21?format=json', 'recording'],
		['/sessions/11?format=json', 'session'],
		['/events/17?format=json', 'event'],
		['/discussions/5?format=json', 'discussion'],
		['/members/slowreel?format=json', 'member'],
		['/members/61?format=json', 'member'],
		['/members/29/sets/1010?format=json', 'set', 404],
		['/tunes/9.json', 'tune'],
		['/discussions/json/5.json', 'discussion'],
		['/discussions/5.json', 'discussion'],
		['/members/slowreel.json', 'member'],
	])('%s', async (url, schema, status = 200) => {
		const { statusCode, body, headers } = await app.inject(url);
		expect(statusCode).toBe(status);
		expect(headers['content-type']).toBe('application/json; charset=utf-8');
		if (status === 200) expectShape(body, schema);
	});

	test('a set is found at its member only', async () => {
		const { sets = [] } = await list('/members/388/sets?format=json');
		const [id = 0] = ids(sets);
		expectShape(await get(`/members/388/sets/${id}?format=json`), 'set');
		expect((await app.inject(`/members/29/sets/${id}?format=json`)).statusCode).toBe(404);
	});

	test('a file of the site comes before what would be said', async () => {
		expect(await get('/tunes/27.json')).toBe('{"from":"the file"}');
		expectShape(await get('/tunes/27?format=json'), 'tune');
	});
});

describe('lists', () => {
	test.each(SECTION_LISTS.map(({ address, array }) => [address, array]))(
		'%s in pages, and past the last',
		async (address, array) => {
			const first = await list(`${address}?format=json&perpage=2`);
			expect(Object.keys(first)).toEqual(['format', 'perpage', 'pages', 'page', 'total', array]);
			expect(first[array]).toHaveLength(2);
			expect(first.pages).toBe(Math.ceil(first.total / 2));
			const second = await list(`${address}?format=json&perpage=1&page=2`);
			expect(second[array]).toEqual([first[array]?.[1]]);
			const past = await list(`${address}?format=json&page=1000`);
			expect(past).toMatchObject({ page: 1000, total: first.total, [array]: [] });
		},
	);

	test('ten on a page, fifty at most', async () => {
		const usual = await list('/tunes/new?format=json');
		expect(usual['settings']).toHaveLength(10);
		expect(usual).not.toHaveProperty('perpage');
		const most = await list('/tunes/new?format=json&perpage=1000');
		expect(most['settings']).toHaveLength(50);
		expect(most['perpage']).toBe('50');
	});

	test('pages as files', async () => {
		const second = await list('/tunes/new/2.json');
		expect(second).toMatchObject({ perpage: '50', page: 2 });
		const asked = await list('/tunes/new?format=json&perpage=50&page=2');
		expect(second).toEqual(asked);
		expect(await list('/members/slowreel/sets/2.json')).toMatchObject({ page: 2, sets: [] });
	});

	test('of members, in their orders', async () => {
		const newest = await list('/members/29/tunes?format=json');
		const oldest = await list('/members/old-gannet/tunes?format=json&orderby=oldest');
		expect(ids(oldest['settings'])).toEqual(ids(newest['settings']).reverse());
		expect(ids(newest['settings']).length).toBeGreaterThan(3);
		for (const name of ['recordings', 'sessions', 'events', 'discussions', 'sets'])
			await list(`/members/29/${name}?format=json`);
	});

	test('past the last page nothing is read', () => {
		const read: number[] = [];
		const page = (_store: Store, _limit: number, offset: number): object[] => {
			read.push(offset);
			return [{}];
		};
		const list = served(holder.snapshot().store, {
			address: '/x',
			array: 'x',
			total: () => 9,
			page,
		});
		expect(list.read(5, 5)).toEqual({ total: 9, things: [{}] });
		expect(list.read(5, 10)).toEqual({ total: 9, things: [] });
		expect(read).toEqual([5]);
	});

	test('of a tune', async () => {
		expect((await list('/tunes/27/recordings?format=json'))['recordings']).not.toEqual([]);
		expect((await list('/tunes/27/sets?format=json'))['sets']).not.toEqual([]);
		expect((await app.inject('/tunes/4040/sets?format=json')).statusCode).toBe(404);
	});
});

describe('activity', () => {
	test.each([
		'/activity',
		...KINDS.map((kind) => `/${kind}/activity`),
		'/tunes/27/activity?format=json',
		'/tunes/activity/27.json',
		'/members/29/activity',
		'/members/old-gannet/activity.json',
	])('%s', async (url) => {
		const body = await get(url);
		expectShape(body, 'activity');
		expect((JSON.parse(body) as { items: object[] }).items).not.toEqual([]);
	});

	test('page by page', async () => {
		const items = async (url: string) => (JSON.parse(await get(url)) as { items: object[] }).items;
		const all = await items('/activity?perpage=4');
		expect(await items('/activity?perpage=2&page=2')).toEqual(all.slice(2));
		for (const scope of ['', '/tunes', '/tunes/27', '/members/29'])
			expect(await items(`${scope}/activity?format=json&page=1000000`), scope).toEqual([]);
	});
});

describe('search', () => {
	test('what has just that name comes first, then names, then other names; the best known first', async () => {
		const { tunes = [] } = await list('/tunes/search?q=heron&format=json');
		expect(tunes.map(({ name }) => name)).toEqual(['The Heron at the Weir']);
		const kettle = await list('/tunes/search?q=kettle&format=json');
		expect(ids(kettle['tunes'])).toEqual([132, 23]);
		const exact = await list('/tunes/search?q=The%20Red%20Kettle&format=json');
		expect(ids(exact['tunes'])).toEqual([23]);
	});

	test('an alias is told when it is what was found', async () => {
		const { tunes = [] } = await list('/tunes/search?q=old+gannet&format=json');
		expect(tunes.map(({ id, alias }) => [id, alias])).toEqual([
			[27, 'Old Gannet’s'],
			[120, 'Old Gannet’s'],
		]);
		for (const tune of tunes) expectShape(JSON.stringify(tune), 'found-tune-line');
	});

	test('accents, apostrophes and case make no difference', async () => {
		for (const q of ['SNAMH NA RON', 'snámh', "o'rahilly", 'o rahilly', 'orahillys', 'eibhlin'])
			expect((await list(`/tunes/search?q=${q}&format=json`)).total, q).toBe(1);
	});

	test('the last word may be a beginning, if it is long enough', async () => {
		expect((await list('/tunes/search?q=lampl&format=json')).total).toBe(1);
		expect((await list('/tunes/search?q=la&format=json')).total).toBe(0);
		expect((await list('/tunes/search?q=lampl+return&format=json')).total).toBe(0);
	});

	test('by type and key', async () => {
		const slip = await list('/tunes/search?type=slip-jig&format=json');
		expect(ids(slip['tunes'])).toEqual([120, 124, 128]);
		const dorian = await list('/tunes/search?q=&type=slip+jig&mode=edorian&format=json');
		expect(ids(dorian['tunes'])).toEqual([124]);
		expect((await list('/tunes/search?q=whin&type=reel&format=json')).total).toBe(0);
	});

	test.each([
		['/recordings/search?q=brigid+corrib', 'recordings', [21, 34, 52]],
		['/sessions/search?q=ennis', 'sessions', [11, 12]],
		['/sessions/search?q=笛の店', 'sessions', [205]],
		['/events/search?q=dingle', 'events', [223, 40]],
		['/discussions/search?q=gannet', 'discussions', [263]],
	])('%s', async (url, array, wanted) => {
		const found = await list(`${url}&format=json`);
		expect(ids(found[array]).slice(0, wanted.length).sort()).toEqual([...wanted].sort());
	});

	test('members', async () => {
		const { members = [] } = await list('/members/search?q=bhriain&format=json');
		expect(members).toEqual([
			{ id: 388, name: 'Áine Ní Bhriain', url: 'https://thesession.org/members/388' },
			// Nobody but who has sets has a number upstream tells.
			{ id: null, name: 'aine ni bhriain', url: null },
		]);
	});

	test('what was said in a discussion is found after its name', async () => {
		const said = await list('/discussions/search?q=session&format=json&perpage=50');
		const names = (said['discussions'] ?? []).map(({ name }) => /\bsession/i.test(name));
		expect(names).toContain(false);
		expect(names.lastIndexOf(true)).toBeLessThan(names.indexOf(false));
		const pages = [];
		for (let page = 1; page <= said.pages * 10; page++)
			pages.push(
				...ids(
					(await list(`/discussions/search?q=session&format=json&perpage=5&page=${page}`))[
						'discussions'
					],
				),
			);
		expect(pages).toEqual(ids(said['discussions']));
	});

	test.each([
		'"',
		"'",
		'*',
		'(',
		'AND',
		'OR NOT',
		'name:',
		'NEAR(a b)',
		'-',
		'{a b}: c',
		'^x',
		';--',
	])('%s is no syntax', async (q) => {
		await list(`/tunes/search?q=${encodeURIComponent(q)}&format=json`);
	});
});

describe('nearby', () => {
	test('the nearest first', async () => {
		const near = await list('/sessions/nearby?latlon=52.85,-8.98&radius=100&format=json');
		expect(Object.keys(near).slice(0, 4)).toEqual(['format', 'latlon', 'radius', 'pages']);
		expect(ids(near['sessions']).slice(0, 3)).toEqual([12, 11, 262]);
		expect(near.total).toBeLessThan(10);
	});

	test('round the date line, and all of the earth', async () => {
		const all = await list('/sessions/nearby?latlon=-41.3,-180&radius=600&format=json');
		expect(ids(all['sessions'])).toEqual([188]);
		const earth = await list('/events/nearby?latlon=0,0&radius=20038&format=json&perpage=50');
		const located = holder.snapshot().store.sql.get`
			SELECT count(*) AS n FROM event WHERE latitude IS NOT NULL`;
		expect(earth.total).toBe(located?.['n']);
	});
});

describe('other forms', () => {
	test('XML says what JSON says', async () => {
		const { document } = new XMLParser().parse(await get('/tunes/popular?format=xml')) as {
			document: { format: string; total: number; tunes: { tune: Thing[] } };
		};
		const json = await list('/tunes/popular?format=json');
		expect(document).toMatchObject({ format: 'xml', total: json.total });
		expect(ids(document.tunes.tune)).toEqual(ids(json['tunes']));
	});

	test.each([
		'/tunes/new?format=rss',
		'/tunes/new.rss',
		'/tunes/search?q=heron&format=rss',
		'/activity?format=rss',
		'/members/29/new.atom',
		'/tunes/27?format=rss',
		'/sessions/nearby?latlon=52.85,-8.98&format=atom',
	])('%s is a feed', async (url) => {
		const feed = await new Parser().parseString(await get(url));
		expect(feed.title).toContain('Session Mirror');
		expect(feed.items).not.toEqual([]);
		expect(feed.items[0]?.link).toMatch(/^https:\/\/mirror\.example\//);
	});

	test.each([
		['/tunes/new?format=atom&perpage=2&page=2', '/tunes/new.atom'],
		['/tunes/new.atom', '/tunes/new.atom'],
		['/members/29/new.atom', '/members/old-gannet/new.atom'],
		['/members/29/activity?format=atom', '/members/old-gannet/new.atom'],
		[
			'/members/29/tunes?orderby=oldest&format=atom',
			'/members/old-gannet/tunes.atom?orderby=oldest',
		],
		[
			'/tunes/search?format=atom&page=1&type=jig&q=the+heron',
			'/tunes/search.atom?q=the+heron&type=jig',
		],
		[
			'/sessions/nearby?latlon=52.850,-8.98&format=atom',
			'/sessions/nearby.atom?latlon=52.85%2C-8.98&radius=25',
		],
	])('%s is known as %s', async (url, id) => {
		const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await get(url)) as {
			feed: { id: string; link: Record<string, string>[] };
		};
		expect(feed.id).toBe(`https://mirror.example${id}`);
		const self = feed.link.find((link) => link['@_rel'] === 'self');
		expect(self?.['@_href']).toBe(`https://mirror.example${url}`);
	});

	test('a feed of comments says what was commented on', async () => {
		const feed = await new Parser().parseString(await get('/tunes/comments?format=rss'));
		expect(feed.items.some(({ title }) => title?.startsWith('Comment on '))).toBe(true);
	});
});
