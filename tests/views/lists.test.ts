import { expect, test } from 'vitest';
import { sectionsOf } from '../../src/views/chrome.ts';
import { listPaths, listViewAt } from '../../src/views/list-paths.ts';
import { upcoming } from '../../src/views/lists/events.ts';
import { listsOf } from '../../src/views/lists/of-section.ts';
import { madeStore } from './made-store.ts';

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

test('sessions without a country are listed, and an area called by a number is not a page', () => {
	const place = { country: 'France', country_slug: 'france' };
	const store = madeStore({
		session: [{ id: 1 }, { id: 2, ...place, area: '29', area_slug: '29' }],
	});
	expect([...listsOf(store, 'sessions').keys()]).toEqual([
		'/sessions/new',
		'/sessions/countries/france',
		'/sessions/countries/france/area-29',
		'/sessions/countries/unknown',
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

test('there is no section that the store does not have', () => {
	expect(sectionsOf(madeStore())).toEqual(['tunes', 'recordings', 'sessions', 'events']);
	expect(sectionsOf(madeStore({ member: [{ id: 1, slug: 'nell' }] }))).toContain('members');
	expect(listPaths(null, madeStore(), 'tunes')).toEqual([]);
});
