import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readTable, TableFault } from '../../scripts/ingest/csv/read-table.ts';
import { openTables } from '../../scripts/ingest/csv/read-tables.ts';
import { CSV_TABLES } from '../../scripts/ingest/csv/tables.ts';
import { silent } from '../../scripts/lib/progress.ts';
import { temporaryFolder } from '../upstream/upstream.ts';
import { csv, goodRows, type TableName } from './csv.ts';
import { reader, type Row } from './table-reader.ts';

const reasonOf = (reading: Promise<unknown>): Promise<string> =>
	reading.then(
		() => 'no fault',
		(error: unknown) => (error instanceof TableFault ? error.reason : String(error)),
	);

describe('values', () => {
	it.each(Object.keys(goodRows(1)) as TableName[])('reads every column of %s', async (name) => {
		const { rows, refused } = await reader()(name, csv(name, goodRows(3)[name]));
		expect(refused).toEqual([]);
		expect(rows).toMatchSnapshot();
	});

	it('trims, decodes entities once, and keeps ABC as it is but for its line ends', async () => {
		const { rows } = await reader()(
			'tunes',
			csv('tunes', [
				{
					...goodRows(1).tunes[0],
					name: '  Rock &amp;amp; Reel, The ',
					username: 'D&eacute;irdre &#39;n',
					composer: ' ',
					abc: '|:"Am"A2 &amp; B2|\r\n! c2\rd2 :|\n\n',
					type: 'Slip Jig',
				},
			]),
		);
		expect(rows[0]).toMatchObject({
			name: 'Rock &amp; Reel, The',
			username: "Déirdre 'n",
			composer: null,
			abc: '|:"Am"A2 &amp; B2|\n! c2\nd2 :|',
			type: 'slip jig',
		});
	});

	it.each([
		['tunes', { tune_id: '0' }, 'tune_id: not an id'],
		['tunes', { setting_id: '1e3' }, 'setting_id: not an id'],
		['tunes', { setting_id: '1234567890' }, 'setting_id: not an id'],
		['tunes', { name: ' ' }, 'name: empty'],
		['tunes', { name: 'x'.repeat(501) }, 'name: longer than 500 characters'],
		['tunes', { mode: '' }, 'mode: empty'],
		['recordings', { track: 'A1' }, 'track: not a number'],
		['tune_popularity', { tunebooks: '-1' }, 'tunebooks: not a number'],
		['events', { dtstart: '2021-02-30 10:00:00' }, 'dtstart: not a date'],
		['sessions', { id: '', name: '' }, 'id: not an id; name: empty'],
	] as [TableName, Row, string][])('refuses a row of %s with %j', async (name, wrong, reason) => {
		const [row, ...others] = goodRows(3)[name];
		const { refused, rows } = await reader()(
			name,
			csv(name, [...others, { ...row, ...wrong }] as never),
		);
		expect(rows).toHaveLength(2);
		expect(refused).toEqual([expect.objectContaining({ row: 4, reason })]);
	});

	it.each([
		['tunes', { date: '0000-00-00 00:00:00' }, { date: null }],
		['recordings', { tune_id: 'n/a' }, { tune_id: null }],
		['sessions', { latitude: '91', longitude: '-181' }, { latitude: null, longitude: null }],
		['sessions', { latitude: '', longitude: 'NaN' }, { latitude: null, longitude: null }],
		['events', { dtend: 'soon', venue: '' }, { dtend: null, venue: null }],
		['sets', { member_id: '', setting_id: '-3' }, { member_id: null, setting_id: null }],
	] as [TableName, Row, Row][])('does without what %s may lack: %j', async (name, odd, stored) => {
		const [row] = goodRows(1)[name];
		const { rows } = await reader()(name, csv(name, [{ ...row, ...odd }] as never));
		expect(rows[0]).toMatchObject(stored);
	});

	it('refuses the second row with an id that may stand once', async () => {
		const [row] = goodRows(1).sessions;
		const { refused, rows } = await reader()('sessions', csv('sessions', [row, row] as never));
		expect(rows).toHaveLength(1);
		expect(refused).toEqual([{ row: 3, id: '1', reason: 'id seen before' }]);
	});
});

describe('headers', () => {
	const rows = goodRows(3).tunes;
	const columns = Object.keys(rows[0] ?? {});

	it.each([
		['quoted', csv('tunes', rows, { always: true })],
		['after a byte order mark', `\uFEFF${csv('tunes', rows)}`],
		['quoted after a byte order mark', `\uFEFF${csv('tunes', rows, { always: true })}`],
		['with Windows line ends', csv('tunes', rows, { end: '\r\n' })],
		['in another order', csv('tunes', rows, { columns: columns.toReversed() })],
		['with columns of the future', csv('tunes', rows, { columns: ['x', ...columns, 'y'] })],
		['with spaces', csv('tunes', rows).replaceAll(/,(?=[a-z_]+[,\n])/g, ' , ')],
		['without composer', csv('tunes', rows, { columns: columns.filter((c) => c !== 'composer') })],
		['with blank lines', csv('tunes', rows, { end: '\n\n' })],
	])('%s', async (_, text) => {
		expect((await reader()('tunes', text)).rows.map((row) => row['setting_id'])).toEqual([
			1001, 1002, 1003,
		]);
	});

	it('reads popularity and aliases of the versions without name', async () => {
		const read = reader();
		const popular = csv('tune_popularity', goodRows(2).tune_popularity, {
			columns: ['tune_id', 'tunebooks'],
		});
		expect((await read('tune_popularity', popular)).rows).toHaveLength(2);
		const aliases = csv('aliases', goodRows(2).aliases, { columns: ['tune_id', 'alias'] });
		expect((await read('aliases', aliases)).rows).toHaveLength(2);
	});
});

describe('faults', () => {
	const good = csv('tunes', goodRows(30).tunes);

	it.each([
		['events', csv('sessions', goodRows(9).sessions), 'it holds the header of sessions'],
		['aliases', csv('events', goodRows(9).events), 'it holds the header of events'],
		['recordings', csv('sessions', goodRows(9).sessions), 'it holds the header of sessions'],
		['sets', csv('tunes', goodRows(9).tunes), 'it holds the header of tunes'],
		[
			'tunes',
			'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
			'a Git LFS pointer stands where the table was',
		],
		['sessions', 'Usage: tool "[options]\n\n  -f FILE\n', /^its header lacks id, name, address/],
		['tunes', '', 'it holds no rows'],
		['tunes', '\n\n', 'it holds no rows'],
		['tunes', csv('tunes', []), 'it holds no rows'],
		['tunes', good.slice(0, good.lastIndexOf('|:') + 5), 'it ends inside a quoted field: cut off'],
		['tunes', '\0\u0001\u0002\uFFFD'.repeat(100), /^its header lacks/],
	] as [TableName, string, string | RegExp][])('%s: %.30j', async (name, text, reason) => {
		expect(await reasonOf(reader()(name, text))).toMatch(reason);
	});

	it('takes a table of which one row in ten makes no sense for a fault', async () => {
		const rows = goodRows(100).tunes;
		const damaged = (n: number) => rows.map((row, at) => (at < n ? { ...row, tune_id: 'x' } : row));
		expect((await reader()('tunes', csv('tunes', damaged(10)))).refused).toHaveLength(10);
		expect(await reasonOf(reader()('tunes', csv('tunes', damaged(11))))).toBe(
			'11 of its 100 rows make no sense',
		);
	});

	it('hands on a failure of what it reads from', async () => {
		const failing = new Readable({
			read() {
				this.push('tune_id,');
				this.destroy(new Error('git ended'));
			},
		});
		const table = CSV_TABLES[0];
		if (!table) throw new Error('no tables');
		const reading = readTable(failing, table, openTables(temporaryFolder()), silent);
		await expect(reading).rejects.toThrow('git ended');
	});
});
