import { expect, test } from 'vitest';
import { newsView } from '../../../src/site/views/news.ts';
import { madeStore } from '../../store/made-store.ts';

// The data of the made store is of 14 November 2026, six in the morning.
const NEW = '2026-11-07 06:00:00';
const OLD = '2026-11-07 05:59:59';

const parts = (store: ReturnType<typeof madeStore>) =>
	newsView(store).parts.map(({ heading, lines }) => [heading, lines.map((line) => line.address)]);

test('what was added in the seven days before the data is new, the rest is not', () => {
	const rows = [
		{ id: 1, date: OLD },
		{ id: 2, date: NEW },
		{ id: 3, date: null },
	];
	const store = madeStore({
		tune: rows,
		setting: [
			{ id: 11, tune_id: 1, date: OLD },
			{ id: 12, tune_id: 1, date: NEW, position: 2 },
			{ id: 13, tune_id: 2, date: NEW },
		],
		recording: rows,
		session: rows,
		event: rows.map((row) => ({ ...row, starts: '2020-01-01 00:00:00' })),
		discussion: rows,
		comment: [
			{ kind: 'discussions', thing_id: 1, id: 1, position: 1, date: OLD },
			{ kind: 'discussions', thing_id: 1, id: 2, position: 2, date: NEW },
			{ kind: 'discussions', thing_id: 1, id: 3, position: 3, date: NEW },
			{ kind: 'discussions', thing_id: 2, id: 4, position: 1, date: NEW },
			{ kind: 'tunes', thing_id: 1, id: 5, position: 1, date: '2026-11-09 00:00:00' },
		],
	});
	expect(newsView(store).days).toBe('7 – 14 November 2026');
	expect(parts(store)).toEqual([
		['New tunes', ['/tunes/2']],
		['New settings of known tunes', ['/tunes/1#setting12']],
		['New recordings', ['/recordings/2']],
		['New sessions', ['/sessions/2']],
		['Events added', ['/events/2']],
		['New discussions', ['/discussions/2']],
		['New comments', ['/tunes/1#comment5', '/discussions/1#comment2']],
	]);
});

test('a busy week is cut, and says what was left out and where it is', () => {
	const store = madeStore({
		tune: Array.from({ length: 53 }, (_, i) => ({ id: i + 1, date: NEW })),
	});
	const [part] = newsView(store).parts;
	expect(part?.lines).toHaveLength(50);
	expect(part).toMatchObject({
		count: '53',
		left: '3 more',
		more: { name: 'All new tunes', address: '/tunes/new' },
	});
});

test('no list goes on where the events of a busy week end: those to come are others', () => {
	const store = madeStore({
		event: Array.from({ length: 51 }, (_, i) => ({ id: i + 1, date: NEW, starts: OLD })),
	});
	expect(newsView(store).parts).toMatchObject([{ left: '1 more', more: null }]);
});

test('a mirror without anything has no parts, and links to the lists that it has', () => {
	const { parts, ways } = newsView(madeStore());
	expect(parts).toEqual([]);
	expect(ways[0]?.rows[0]?.map(({ name }) => name)).toEqual(['Tunes', 'Recordings', 'Sessions']);
});
