import { describe, expect, test } from 'vitest';
import { activityOf } from '../../src/api/activity.ts';
import { envelope } from '../../src/api/envelope.ts';
import { SECTION_LISTS } from '../../src/api/lists.ts';
import { foundTunesOf } from '../../src/api/list-rows.ts';
import { memberLists } from '../../src/api/member-lists.ts';
import { setItem } from '../../src/api/sets.ts';
import { memberItem, thingItem } from '../../src/api/things.ts';
import { tuneLists } from '../../src/api/tune-lists.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { thingsOf } from '../../src/store/catalogue.ts';
import { allMembers } from '../../src/store/members.ts';
import { sampleStore } from './sample-store.ts';
import { expectShape } from './schemas.ts';

const { store } = await sampleStore();

/** The schema of the things in each list. */
const LINES: Record<string, string> = {
	'/tunes/new': 'setting-line',
	'/tunes/popular': 'popular-tune-line',
	'/tunes/recordings': 'tune-line',
	'/tunes/sets': 'set-line',
	'/recordings/new': 'recording-line',
	'/sessions/new': 'session-line',
	'/events/new': 'event-line',
	'/events/upcoming': 'event-line',
	'/discussions/new': 'discussion-line',
	...Object.fromEntries(KINDS.map((kind) => [`/${kind}/comments`, 'comment-line'])),
	'/comments': 'comment-line',
};

const MEMBER_LINES = {
	tunes: 'setting-line',
	recordings: 'recording-line',
	sessions: 'session-line',
	events: 'event-line',
	discussions: 'discussion-line',
	sets: 'member-set-line',
};

describe('individual items', () => {
	test.each(KINDS)('every one of the %s', (kind) => {
		const things = thingsOf(store, kind);
		expect(things).not.toEqual([]);
		for (const { id } of things) {
			expectShape(JSON.stringify(thingItem(store, { kind, id })), kind.slice(0, -1));
		}
	});

	test('members and sets', () => {
		for (const { slug } of allMembers(store))
			expectShape(JSON.stringify(memberItem(store, slug)), 'member');
		const sets = store.sql.all`SELECT id FROM tuneset`;
		expect(sets).not.toEqual([]);
		for (const { id } of sets) expectShape(JSON.stringify(setItem(store, Number(id))), 'set');
	});

	test('what is not there is nothing', () => {
		expect(thingItem(store, { kind: 'tunes', id: 999_999 })).toBeUndefined();
		expect(memberItem(store, 'nobody')).toBeUndefined();
		expect(setItem(store, 999_999)).toBeUndefined();
	});

	test('the body of a tune is one line, its lines ended by an exclamation mark', () => {
		const tune = thingItem(store, { kind: 'tunes', id: 9 }) as { settings: { abc: string }[] };
		expect(tune.settings[0]?.abc).toMatch(/\|! /);
		expect(tune.settings[0]).not.toHaveProperty('name');
		expect(tune.settings[0]).not.toHaveProperty('type');
		expect(tune.settings[0]).not.toHaveProperty('meter');
	});
});

describe('lists', () => {
	test('there is a schema for every list, and a list for every schema', () => {
		expect(SECTION_LISTS.map(({ address }) => address).sort()).toEqual(Object.keys(LINES).sort());
	});

	test.each(SECTION_LISTS)('$address', (list) => {
		const total = list.total(store);
		const things = list.page(store, 1000, 0);
		expect(things).toHaveLength(total);
		expect(things).not.toEqual([]);
		for (const thing of things) expectShape(JSON.stringify(thing), LINES[list.address] ?? '');
		expect([...list.page(store, 2, 0), ...list.page(store, 3, 2)]).toEqual(things.slice(0, 5));
	});

	test('of members, in every order', () => {
		let seen = 0;
		for (const { slug } of allMembers(store)) {
			for (const order of ['newest', 'oldest', 'popular'] as const) {
				for (const list of memberLists(store, slug, order)) {
					const things = list.page(store, 1000, 0);
					expect(things).toHaveLength(list.total(store));
					const name = list.address.split('/').at(-1) as keyof typeof MEMBER_LINES;
					for (const thing of things) expectShape(JSON.stringify(thing), MEMBER_LINES[name]);
					seen += things.length;
				}
			}
		}
		expect(seen).toBeGreaterThan(100);
	});

	test('of a tune', () => {
		const seen = { recordings: 0, sets: 0 };
		for (const { id } of thingsOf(store, 'tunes')) {
			for (const list of tuneLists(id)) {
				const things = list.page(store, 1000, 0);
				expect(things).toHaveLength(list.total(store));
				const name = list.address.split('/').at(-1) as keyof typeof seen;
				for (const thing of things) expectShape(JSON.stringify(thing), `${name.slice(0, -1)}-line`);
				seen[name] += things.length;
			}
		}
		const count = (table: string, of: string): number =>
			Number(
				store.database
					.prepare(`SELECT count(DISTINCT ${of} || ' ' || tune_id) AS n FROM ${table}`)
					.get()?.['n'],
			);
		expect(seen).toEqual({
			recordings: count('track_tune', 'recording_id'),
			sets: count('tuneset_tune', 'tuneset_id'),
		});
	});

	test('what was found by an alias says which', () => {
		const [first, second] = thingsOf(store, 'tunes').map(({ id }) => id);
		const found = foundTunesOf(store, [
			{ id: second ?? 0, alias: 'Another Name' },
			{ id: 999_999, alias: null },
			{ id: first ?? 0, alias: null },
		]);
		for (const line of found) expectShape(JSON.stringify(line), 'found-tune-line');
		expect(found).toEqual([
			expect.objectContaining({ id: second, alias: 'Another Name' }),
			expect.not.objectContaining({ alias: expect.anything() as unknown }),
		]);
	});

	test('the envelope says first what was asked for, as strings', () => {
		const page = envelope(
			{ format: 'json', q: 'heron', perpage: '2' },
			{ array: 'tunes' },
			{ page: 2, perPage: 2, total: 5, things: [{ id: 1 }] },
		);
		expect(JSON.stringify(page)).toBe(
			'{"format":"json","q":"heron","perpage":"2","pages":3,"page":2,"total":5,"tunes":[{"id":1}]}',
		);
		expectShape(JSON.stringify(page), 'envelope');
	});

	test('past the last page there is the same envelope around nothing', () => {
		for (const list of SECTION_LISTS) {
			const total = list.total(store);
			const things = list.page(store, 50, 100_000);
			const page = { page: 2001, perPage: 50, total, things };
			const text = JSON.stringify(envelope({ format: 'json', perpage: '50' }, list, page));
			expectShape(text, 'envelope');
			expect(JSON.parse(text)).toEqual({
				format: 'json',
				perpage: '50',
				pages: Math.ceil(total / 50),
				page: 2001,
				total,
				[list.array]: [],
			});
		}
	});
});

describe('activity', () => {
	const scopes = ['site', ...KINDS, { kind: 'tunes', id: 9 }, { member: 'ceolmara' }] as const;
	test.each(scopes.map((scope) => [scope]))('of %j', (scope) => {
		const stream = activityOf(store, scope, 1000, 0);
		expect(stream.items).not.toEqual([]);
		expectShape(JSON.stringify(stream), 'activity');
		const dates = stream.items.map((item) => (item as { published: string }).published);
		expect(dates).toEqual(dates.toSorted().reverse());
		expect(activityOf(store, scope, 1, 1).items).toEqual(stream.items.slice(1, 2));
	});

	test('of the site, it tells of everything that has a date', () => {
		const dated = store.sql.get`SELECT
			(SELECT count(*) FROM setting WHERE date IS NOT NULL) +
			(SELECT count(*) FROM recording WHERE date IS NOT NULL) +
			(SELECT count(*) FROM session WHERE date IS NOT NULL) +
			(SELECT count(*) FROM event WHERE date IS NOT NULL) +
			(SELECT count(*) FROM discussion WHERE date IS NOT NULL) +
			(SELECT count(*) FROM comment WHERE date IS NOT NULL) +
			(SELECT count(*) FROM tuneset WHERE date IS NOT NULL) AS n`?.['n'];
		expect(activityOf(store, 'site', 10_000, 0).items).toHaveLength(Number(dated));
	});
});
