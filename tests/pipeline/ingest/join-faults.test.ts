import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { cutDangling } from '../../../src/pipeline/ingest/assemble/dangling.ts';
import { joinEach, reasonOf } from '../../../src/pipeline/ingest/assemble/join-each.ts';
import { People } from '../../../src/pipeline/ingest/assemble/people.ts';
import { writeRelatedRecordings } from '../../../src/pipeline/ingest/assemble/related-recordings.ts';
import { refuser } from '../../../src/pipeline/ingest/assemble/refused.ts';
import { pagesLeftOut } from '../../../src/pipeline/ingest/suppress/refuse-suppressed.ts';
import { plain } from './mirror.ts';

const sql = (file: string): string =>
	readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8');

/** Empty databases as ingest joins them. */
function assembly() {
	const [tables, pages, store] = [1, 2, 3].map(() => new DatabaseSync(':memory:'));
	if (!tables || !pages || !store) throw new Error('never');
	tables.exec(sql('src/pipeline/ingest/csv/tables.sql'));
	pages.exec(sql('src/pipeline/ingest/archive/pages.sql'));
	store.exec('PRAGMA foreign_keys = OFF');
	store.exec(sql('src/store/schema.sql'));
	return { tables, pages, store, people: new People(), refuse: refuser(store) };
}

const refusedIn = (store: DatabaseSync): unknown[] =>
	plain(store.prepare('SELECT source, place, id, reason FROM refused').all());

describe('one thing that cannot be joined', () => {
	it('is taken back whole and told, with its rows and its page, and the rest goes on', () => {
		const parts = assembly();
		const { store, tables, pages } = parts;
		for (const [row, track] of [1, 2].entries())
			tables
				.prepare(
					`INSERT INTO recordings (row, id, recording, track, number, tune) VALUES (?, 2, 'x', ?, 1, 'y')`,
				)
				.run(row + 2, track);
		pages.exec(`INSERT INTO page (kind, id, blob, reader, json)
			VALUES ('recordings', 2, '', '', '{}'), ('recordings', 3, '', '', '{}')`);
		const insert = store.prepare(
			`INSERT INTO recording (id, name, sort, letter, tracks, comments, source)
			VALUES (?, 'x', 'x', 'x', 1, 0, 'csv')`,
		);
		joinEach(parts, 'recordings', [1, 2, 3], (id) => {
			insert.run(id);
			store.prepare('INSERT INTO track (recording_id, track) VALUES (?, 1)').run(id);
			if (id === 2) store.prepare('INSERT INTO track (recording_id, track) VALUES (?, 1)').run(id);
		});
		expect(plain(store.prepare('SELECT id FROM recording').all())).toEqual([{ id: 1 }, { id: 3 }]);
		expect(plain(store.prepare('SELECT recording_id AS id FROM track').all())).toEqual([
			{ id: 1 },
			{ id: 3 },
		]);
		const reason =
			'could not be joined (UNIQUE constraint failed: track.recording_id, track.track)';
		expect(refusedIn(store)).toEqual([
			{ source: 'csv/recordings.csv', place: 'row 2', id: '2', reason },
			{ source: 'csv/recordings.csv', place: 'row 3', id: '2', reason },
			{ source: 'archive/recordings', place: 'recordings/2/index.html', id: '2', reason },
		]);
		expect(pagesLeftOut(store, 'recordings')).toBe(1);
	});

	it('is told by the class of its error, never by the words of it', () => {
		expect(reasonOf(new RangeError('Somebody’s name'))).toBe('could not be joined (RangeError)');
		expect(reasonOf('Somebody’s name')).toBe('could not be joined');
	});

	it('does not hide a fault of the machine or of the program', () => {
		const full = Object.assign(new Error('disk full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
		const parts = assembly();
		const failWith = (error: unknown) => () => {
			throw error;
		};
		expect(() => joinEach(parts, 'tunes', [1], failWith(full))).toThrow('disk full');
		const ids = Array.from({ length: 21 }, (_, at) => at + 1);
		expect(() => joinEach(assembly(), 'tunes', ids, failWith(new TypeError('bug')))).toThrow('bug');
	});
});

it('cuts what refers to nothing, and tells how often', () => {
	const parts = assembly();
	const { store } = parts;
	store.exec(`
		INSERT INTO tune VALUES (1, 'x', 'x', 'x', 'x', 'reel', NULL, NULL, 0, 1, 0, 0, 0, NULL, 'csv');
		INSERT INTO setting VALUES (7, 1, 1, '4/4', 'Gmajor', 'x', 99, NULL, 'csv'),
			(8, 2, 1, '4/4', 'Gmajor', 'x', NULL, NULL, 'csv');
		INSERT INTO drawing VALUES (8, NULL, 0, 0, 'x', NULL, 0, NULL);
		INSERT INTO track_tune VALUES (5, 1, 1, 'x', NULL);
		INSERT INTO tuneset VALUES (3, NULL, NULL);
		INSERT INTO tuneset_tune VALUES (3, 1, 'x', 2, 8, 'reel', '4/4', 'Gmajor', NULL);
		INSERT INTO company VALUES (1, 2, 1, 0);`);
	cutDangling(parts);
	expect(store.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
	const rows = (table: string): unknown[] => plain(store.prepare(`SELECT * FROM ${table}`).all());
	expect(rows('setting')).toEqual([expect.objectContaining({ id: 7, member_id: null })]);
	expect(rows('drawing')).toEqual([]);
	expect(rows('track_tune')).toEqual([]);
	expect(rows('company')).toEqual([]);
	expect(rows('tuneset_tune')).toEqual([
		expect.objectContaining({ name: 'x', tune_id: null, setting_id: null }),
	]);
	const told = refusedIn(store) as { source: string; reason: string }[];
	expect(told.map(({ source, reason }) => `${source}: ${reason}`).sort()).toEqual([
		'joined/company: a reference to a missing tune',
		'joined/drawing: a reference to a missing setting',
		'joined/setting: a reference to a missing member',
		'joined/setting: a reference to a missing tune',
		'joined/track_tune: a reference to a missing track',
		'joined/tuneset_tune: a reference to a missing setting',
		'joined/tuneset_tune: a reference to a missing tune',
	]);
});

it('finds what thousands of recordings share without writing their pairs down', () => {
	const { store } = assembly();
	// Three tunes are on all of 3,000 recordings: 9 million pairs each.
	store.exec(`
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
		INSERT INTO track_tune SELECT i, 1, t.column1, 'x', t.column1
		FROM n, (VALUES (1), (2), (3)) AS t`);
	store.exec(`INSERT INTO track_tune VALUES (10, 2, 1, 'x', 4), (2000, 2, 1, 'x', 4)`);
	writeRelatedRecordings(store);
	const of = store.prepare(
		'SELECT other_id AS other, shared FROM recording_company WHERE recording_id = ? ORDER BY position',
	);
	expect(plain(of.all(10))).toEqual(
		[2000, 1, 2, 3, 4].map((other) => ({ other, shared: other === 2000 ? 4 : 3 })),
	);
	expect(plain(of.all(1))).toEqual([2, 3, 4, 5, 6].map((other) => ({ other, shared: 3 })));
});
