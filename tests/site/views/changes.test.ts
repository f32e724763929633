import { expect, test } from 'vitest';
import {
	CHANGING,
	type ChangeEntry,
	type Changed,
	type ChangeFile,
	type Changing,
} from '../../../src/core/changes.ts';
import { changesView } from '../../../src/site/views/changes.ts';
import { madeStore } from '../../store/made-store.ts';

type Some = Partial<Record<Changing, Partial<Changed>>>;

function file(some: Some): ChangeFile {
	const none = { added: [], edited: [], removed: [] };
	const changes = Object.fromEntries(
		CHANGING.map((kind) => [kind, { ...none, ...some[kind] }]),
	) as ChangeFile['changes'];
	return {
		format: 1,
		date: '2026-11-14',
		since: '2026-11-07',
		previous: null,
		licence: 'X',
		changes,
	};
}

function entry(name: string, some: Some): ChangeEntry {
	const { changes, date, since } = file(some);
	const counts = Object.fromEntries(
		CHANGING.map((kind) => {
			const { added, edited, removed } = changes[kind];
			return [kind, { added: added.length, edited: edited.length, removed: removed.length }];
		}),
	) as ChangeEntry['counts'];
	return { name, date, since, previous: null, counts };
}

test('the newest deploy by names, those before by counts', () => {
	const store = madeStore({
		tune: [
			{ id: 1, name: 'The Old Gate' },
			{ id: 2, name: 'The New Gate' },
		],
		setting: [{ id: 11, tune_id: 1 }],
	});
	const some: Some = {
		tunes: { added: [2], edited: [1], removed: [9] },
		settings: { edited: [11] },
	};
	const before: Some = { sessions: { added: [4, 5] }, tunes: { added: [2], removed: [3] } };
	const deploys = [entry('2026-11-14-2', some), entry('2026-11-14', before)];
	const { last, earlier } = changesView(store, { format: 1, at: null, deploys }, file(some));
	store.close();
	expect(last).toEqual({
		days: '7 November 2026 to 14 November 2026',
		file: '/changes/2026-11-14-2.json',
		retold: false,
		parts: [
			{
				heading: 'Tunes',
				groups: [
					{
						heading: '1 added',
						links: [{ name: 'The New Gate', address: '/tunes/2' }],
						ids: [],
						left: null,
					},
					{
						heading: '1 edited',
						links: [{ name: 'The Old Gate', address: '/tunes/1' }],
						ids: [],
						left: null,
					},
					{ heading: '1 removed', links: [], ids: [9], left: null },
				],
			},
			{
				heading: 'Settings',
				groups: [
					{
						heading: '1 edited',
						links: [{ name: 'The Old Gate', address: '/tunes/1#setting11' }],
						ids: [],
						left: null,
					},
				],
			},
		],
	});
	expect(earlier).toEqual([
		{
			name: '7 November 2026 to 14 November 2026',
			address: '/changes/2026-11-14.json',
			counts: '2 tunes, 2 sessions',
		},
	]);
});

test('of a busy week fifty of each are named, and the rest counted', () => {
	const ids = Array.from({ length: 1061 }, (_, n) => n + 1);
	const store = madeStore({ tune: ids.map((id) => ({ id })) });
	const some: Some = { tunes: { added: ids, removed: ids.map((id) => id + 2000) } };
	const history = { format: 1 as const, at: null, deploys: [entry('2026-11-14', some)] };
	const groups = changesView(store, history, file(some)).last?.parts[0]?.groups;
	store.close();
	expect(groups?.map(({ links, ids: named, left }) => [links.length, named.length, left])).toEqual([
		[50, 0, '1,011 more'],
		[0, 50, '1,011 more'],
	]);
});

test('sets are told by their members, each once, and those removed by number', () => {
	const store = madeStore({
		member: [
			{ id: 1, slug: 'ann', name: 'Ann' },
			{ id: 2, slug: 'bo', name: 'Bo' },
		],
		tuneset: [
			{ id: 5, member_id: 2 },
			{ id: 6, member_id: 1 },
			{ id: 7, member_id: 2 },
			{ id: 8, member_id: null },
		],
	});
	const some: Some = { sets: { added: [5, 6, 7], edited: [8], removed: [4] } };
	const history = { format: 1 as const, at: null, deploys: [entry('2026-11-14', some)] };
	const parts = changesView(store, history, file(some)).last?.parts;
	store.close();
	expect(parts).toEqual([
		{
			heading: 'Sets, by member',
			groups: [
				{
					heading: '3 added',
					links: [
						{ name: 'Bo', address: '/members/bo' },
						{ name: 'Ann', address: '/members/ann' },
					],
					ids: [],
					left: null,
				},
				{ heading: '1 edited', links: [], ids: [], left: null },
				{ heading: '1 removed', links: [], ids: [4], left: null },
			],
		},
	]);
});

test('the first deploy has nothing to tell', () => {
	const store = madeStore();
	const { last, earlier } = changesView(store, { format: 1, at: null, deploys: [] }, null);
	store.close();
	expect({ last, earlier }).toEqual({ last: null, earlier: [] });
});
