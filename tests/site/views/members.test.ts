import { expect, test } from 'vitest';
import { memberListPages, memberListView, memberView } from '../../../src/site/views/member.ts';
import { madeStore } from '../../store/made-store.ts';

const settings = Array.from({ length: 120 }, (_, i) => ({
	id: i + 1,
	tune_id: 7,
	position: i + 1,
	member_id: 1,
	date: `2020-01-01 00:${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
}));
const sets = Array.from({ length: 41 }, (_, i) => ({ id: i + 1, member_id: 1, date: null }));
const rows = {
	member: [{ id: 1, slug: 'nell', name: 'Nell', settings: 120, sets: 41 }],
	tune: [{ id: 7, name: 'The Lantern' }],
	setting: settings,
	tuneset: sets,
	tuneset_tune: sets.map((set) => ({
		tuneset_id: set.id,
		position: 1,
		name: 'Gone',
		abc: 'GAB|',
	})),
};

test('a member’s page shows the newest of each part and leads to the rest', () => {
	const view = memberView(madeStore(rows), 'nell');
	expect(view.counts).toBe('120 settings, 41 sets');
	expect(view.parts.map(({ lines, sets, more }) => [lines.length, sets.length, more])).toEqual([
		[10, 0, { name: 'All 120 settings', address: '/members/nell/tunes' }],
		[0, 5, { name: 'All 41 sets', address: '/members/nell/sets' }],
	]);
	expect(view.parts[0]?.lines[0]?.address).toBe('/tunes/7#setting120');
});

test('every thing is on exactly one page of its list', () => {
	const store = madeStore(rows);
	const pages = [...memberListPages(store)];
	expect(pages.map(({ part, n }) => `${part} ${n}`)).toEqual([
		'tunes 1',
		'tunes 2',
		'sets 1',
		'sets 2',
	]);
	const views = pages.map(({ slug, part, n }) => memberListView(store, slug, part, n));
	const lines = views.flatMap((view) => view.lines.map((line) => line.address));
	expect(new Set(lines).size).toBe(120);
	const anchors = views.flatMap((view) => view.sets.map((set) => set.anchor));
	expect(new Set(anchors).size).toBe(41);
	expect(views[2]?.sets[0]?.tunes[0]).toMatchObject({
		name: 'Gone',
		address: null,
		abc: expect.stringContaining('K: Gmaj\nGAB|') as string,
	});
});

test('a count that the rows do not bear out is a fault', () => {
	const store = madeStore({ ...rows, setting: settings.slice(1) });
	expect(() => memberListView(store, 'nell', 'tunes', 1)).toThrow('counts 120 tunes');
});
