import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src/site/views/navigation.ts';
import type { Section } from '../../../src/site/views/page.ts';
import { artistsView, composersView, sectionView } from '../../../src/site/views/section.ts';
import { listPaths, listViewAt } from '../../../src/site/views/list-paths.ts';
import { upcoming } from '../../../src/site/views/lists/events.ts';
import { listsOf } from '../../../src/site/views/lists/of-section.ts';
import { madeStore } from '../../store/made-store.ts';

const tunes = Array.from({ length: 205 }, (_, i) => ({
	id: i + 1,
	name: `Tune ${i + 1}`,
	sort: `tune ${String(i + 1).padStart(3, '0')}`,
	letter: 't',
	tunebooks: i < 5 ? 10 + i : 0,
	date: i === 0 ? null : '2020-01-01 00:00:00',
}));

test('a list is cut into pages that hold each line once', () => {
	const store = madeStore({ tune: tunes });
	const pages = listPaths(null, store, 'tunes').filter(({ params }) =>
		params.list.startsWith('letters/'),
	);
	expect(pages.map(({ params }) => params.list)).toEqual([
		'letters/t',
		'letters/t/2',
		'letters/t/3',
	]);
	const views = pages.map(({ props }) => listViewAt(store, 'tunes', props.thing));
	expect(views.map((view) => view.lines.length)).toEqual([100, 100, 5]);
	expect(new Set(views.flatMap((view) => view.lines.map((line) => line.address))).size).toBe(205);
	expect(views[1]?.pager).toMatchObject({
		previous: '/tunes/letters/t',
		next: '/tunes/letters/t/3',
	});
});

test('popular tunes are those with tunebooks, the most first; new ones have a date', () => {
	const store = madeStore({ tune: tunes });
	const popular = listViewAt(store, 'tunes', { list: '/tunes/popular', n: 1 });
	expect(popular.lines.map((line) => line.end)).toEqual(
		[14, 13, 12, 11, 10].map((count) => `${count} tunebooks`),
	);
	expect(listViewAt(store, 'tunes', { list: '/tunes/new', n: 1 }).pager.total).toBe(204);
});

test('a tune is in the list of each of its keys, once', () => {
	const store = madeStore({
		tune: [{ id: 1 }],
		setting: [
			{ id: 1, tune_id: 1, mode: 'F#minor' },
			{ id: 2, tune_id: 1, mode: 'Bbmajor', position: 2 },
			{ id: 3, tune_id: 1, mode: 'F#minor', position: 3 },
			{ id: 4, tune_id: 1, mode: 'whatever', position: 4 },
		],
	});
	const keys = [...listsOf(store, 'tunes').values()]
		.filter((list) => list.address.startsWith('/tunes/keys/'))
		.map((list) => [list.address, list.total]);
	expect(keys).toEqual([
		['/tunes/keys/minor/F-sharp', 1],
		['/tunes/keys/major/B-flat', 1],
	]);
});

test('the lists of a mode and of a metre end after a thousand, count all, and lead to the search', () => {
	const ids = Array.from({ length: 1001 }, (_, i) => i + 1);
	const store = madeStore({
		tune: ids.map((id) => ({ id, tunebooks: id === 1001 ? 99 : 0 })),
		setting: ids.map((id) => ({ id, tune_id: id, mode: 'Edorian', meter: '6/8' })),
	});
	const view = listViewAt(store, 'tunes', { list: '/tunes/modes/dorian', n: 1 });
	expect(view).toMatchObject({
		heading: 'Dorian tunes',
		count: '1,001 tunes',
		search: {
			name: 'Search all 1,001 dorian tunes',
			address: '/search?mode=dorian&sort=popularity',
		},
		pager: { pages: 10, total: 1000 },
	});
	expect(view.lines[0]?.address).toBe('/tunes/1001');
	const metre = listViewAt(store, 'tunes', { list: '/tunes/metres/6-8', n: 10 });
	expect(metre).toMatchObject({ count: '1,001 tunes', pager: { to: 1000 } });
	const key = listViewAt(store, 'tunes', { list: '/tunes/keys/dorian/E', n: 1 });
	expect(key.pager.total).toBe(1001);
	expect(key.page.trail).toEqual([{ name: 'Dorian tunes', address: '/tunes/modes/dorian' }]);
});

test('a metre that is none has no list', () => {
	const store = madeStore({
		tune: [{ id: 1 }],
		setting: [{ id: 1, tune_id: 1, meter: 'C' }],
	});
	const addresses = [...listsOf(store, 'tunes').keys()];
	expect(addresses.filter((address) => address.startsWith('/tunes/metres/'))).toEqual([]);
});

test('tunes are listed by recordings, and by comments and the discussions that link to them', () => {
	const store = madeStore({
		tune: [
			{ id: 1, recordings: 2, comments: 3 },
			{ id: 2, recordings: 1 },
			{ id: 3, recordings: 4, comments: 2 },
			{ id: 4 },
		],
		mention: [1, 2].flatMap((from_id) => [
			{ kind: 'tunes', thing_id: 3, from_kind: 'discussions', from_id, comment_id: 1 },
			{ kind: 'tunes', thing_id: 2, from_kind: 'tunes', from_id, comment_id: 1 },
		]),
	});
	const shown = (list: string) =>
		listViewAt(store, 'tunes', { list, n: 1 }).lines.map(({ address, facts, end }) => [
			address,
			facts[1],
			end,
		]);
	expect(shown('/tunes/recorded')).toEqual([
		['/tunes/3', '', '4 recordings'],
		['/tunes/1', '', '2 recordings'],
		['/tunes/2', '', '1 recording'],
	]);
	expect(shown('/tunes/discussed')).toEqual([
		['/tunes/3', '2 comments', '2 discussions'],
		['/tunes/1', '3 comments', ''],
	]);
});

test('the longest discussions have the most posts', () => {
	const store = madeStore({
		discussion: [
			{ id: 1, comments: 3 },
			{ id: 2, comments: 7, date: '2020-01-01 00:00:00' },
		],
	});
	const { lines } = listViewAt(store, 'discussions', { list: '/discussions/longest', n: 1 });
	expect(lines.map((line) => line.end)).toEqual(['7 posts', '3 posts']);
});

test('tunes and recordings are listed by the year they were added', () => {
	const dates = [null, '2020-05-01 00:00:00', '2021-05-01 00:00:00'];
	const rows = dates.map((date, i) => ({ id: i + 1, date }));
	const store = madeStore({ tune: rows, recording: rows });
	for (const section of ['tunes', 'recordings'] as const) {
		const lists = [...listsOf(store, section).values()];
		const years = lists.filter((list) => list.address.startsWith(`/${section}/years/`));
		const name = section === 'tunes' ? 'Tunes' : 'Recordings';
		expect(years.map((list) => list.heading)).toEqual([
			`${name} without a date`,
			`${name} added in 2021`,
			`${name} added in 2020`,
		]);
	}
});

test('every list names a column for each part of its lines', () => {
	const store = madeStore({
		tune: [{ id: 1, tunebooks: 10, recordings: 1, comments: 1, date: '2020-01-01 00:00:00' }],
		setting: [{ id: 1, tune_id: 1 }],
		artist: [{ slug: 'nell' }],
		recording: [{ id: 1, artist_slug: 'nell', date: '2020-01-01 00:00:00' }],
		session: [{ id: 1, date: '2020-01-01 00:00:00' }],
		event: [{ id: 1, starts: '2030-01-01 00:00:00' }],
		discussion: [{ id: 1, date: '2020-01-01 00:00:00' }],
		member: [{ id: 1, slug: 'nell' }],
	});
	const sections = ['tunes', 'recordings', 'sessions', 'events', 'discussions', 'members'] as const;
	for (const section of sections) {
		for (const list of listsOf(store, section).values()) {
			const parts = (list.lines(0, 1)[0]?.facts.length ?? 0) + 2;
			expect([list.address, list.columns.length]).toEqual([list.address, parts]);
		}
	}
});

test('sessions without a country are listed, and an area called by a number is not a page', () => {
	const place = { country: 'France', country_slug: 'france' };
	const store = madeStore({
		session: [{ id: 1 }, { id: 2, ...place, area: '29', area_slug: '29-35135aaa' }],
	});
	expect([...listsOf(store, 'sessions').keys()]).toEqual([
		'/sessions/new',
		'/sessions/countries/france',
		'/sessions/countries/france/29-35135aaa',
		'/sessions/countries/unknown',
	]);
});

test('a country leads to the map when something of it is there', () => {
	const ireland = { country: 'Ireland', country_slug: 'ireland' };
	const spot = { latitude: 53, longitude: -9 };
	const store = madeStore({
		session: [
			{ id: 1, ...ireland, ...spot },
			{ id: 2, country: 'Peru', country_slug: 'peru' },
		],
		event: [
			{ id: 1, starts: '2027-01-01 00:00:00', ...ireland, ...spot },
			{ id: 2, starts: '2001-01-01 00:00:00', country: 'Peru', country_slug: 'peru', ...spot },
		],
	});
	const leads = (['sessions', 'events'] as const).flatMap((section) =>
		[...listsOf(store, section).values()]
			.filter(({ address }) => address.includes('/countries/'))
			.map(({ address, nearby }) => [address, nearby]),
	);
	expect(leads).toEqual([
		['/sessions/countries/ireland', '/nearby?place=Ireland'],
		['/sessions/countries/peru', null],
		['/events/countries/ireland', '/nearby?place=Ireland&kind=events'],
		['/events/countries/peru', null],
	]);
});

test.each([
	['over the day before', '2026-11-13 20:00:00', null, false],
	['on the day', '2026-11-14 00:00:00', null, true],
	['begun but not over', '2026-11-01 00:00:00', '2026-11-20 00:00:00', true],
	['without a date', null, null, false],
])('an event %s is upcoming on the day of the data or not', (_, starts, ends, expected) => {
	const store = madeStore({ event: [{ id: 1, starts, ends }] });
	expect(upcoming(store).length === 1).toBe(expected);
});

test('there is no section, and no list of one, that is not mirrored; members always are', () => {
	const store = madeStore();
	expect(sectionsOf(store)).toEqual(['tunes', 'recordings', 'sessions', 'events', 'members']);
	expect(listPaths(null, store, 'discussions')).toEqual([]);
});

test('a list that stands in the navigation stays when it is empty, and says so', () => {
	const store = madeStore({ discussion: [] });
	const addresses = (section: Section) =>
		listPaths(null, store, section).map((path) => path.props.thing.list);
	expect(
		(['tunes', 'recordings', 'sessions', 'events', 'discussions'] as const).flatMap(addresses),
	).toEqual([
		'/tunes/popular',
		'/tunes/recorded',
		'/tunes/discussed',
		'/tunes/new',
		'/recordings/new',
		'/sessions/new',
		'/events/upcoming',
		'/discussions/new',
		'/discussions/longest',
	]);
	const view = listViewAt(store, 'events', { list: '/events/upcoming', n: 1 });
	expect(view).toMatchObject({
		count: '0 events',
		lines: [],
		empty: 'There are no events here at present.',
	});
	for (const section of ['tunes', 'events', 'members'] as const)
		expect(sectionView(store, section).empty).toBe(`There are no ${section} here at present.`);
	expect(artistsView(store).empty).toBe('There are no artists here at present.');
	expect(composersView(store)).toMatchObject({ count: '0 composers', ways: [], samples: [] });
});
