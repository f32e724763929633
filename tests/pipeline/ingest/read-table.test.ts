import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readTable, TableFault } from '../../../src/pipeline/ingest/csv/read-table.ts';
import { openTables } from '../../../src/pipeline/ingest/csv/read-tables.ts';
import { CSV_TABLES } from '../../../src/pipeline/ingest/csv/tables.ts';
import { silent } from '../../../src/cli/progress.ts';
import { temporaryFolder } from '../sync/upstream.ts';
import { csv, goodRows, type TableName } from './csv.ts';
import { reader, type Row } from './table-reader.ts';

const reasonOf = (reading: Promise<unknown>): Promise<string> =>
	reading.then(
		() => 'no fault',
		(error: unknown) => (error instanceof TableFault ? error.reason : String(error)),
	);

const ID: Partial<Record<TableName, string>> = {
	tunes: 'setting_id',
	sets: 'tuneset',
};

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
		['tunes', { tune_id: '-7' }, 'tune_id: not an id'],
		['tunes', { setting_id: '1e3' }, 'setting_id: not an id'],
		['tunes', { setting_id: '27.5' }, 'setting_id: not an id'],
		['tunes', { setting_id: '1234567890' }, 'setting_id: an id over 999,999,999'],
		['tunes', { tune_id: '', setting_id: 'x' }, 'tune_id: not an id; setting_id: not an id'],
		['tune_popularity', { tunebooks: '-1' }, 'tunebooks: not a number'],
		['aliases', { alias: ' \u200B' }, 'alias: empty'],
		['sessions', { id: '', name: '' }, 'id: not an id'],
	] as [TableName, Row, string][])('refuses a row of %s with %j', async (name, wrong, reason) => {
		const [row, ...others] = goodRows(3)[name];
		const { refused, rows } = await reader()(
			name,
			csv(name, [...others, { ...row, ...wrong }] as never),
		);
		expect(rows).toHaveLength(2);
		expect(refused).toEqual([expect.objectContaining({ row: 4, reason })]);
	});

	const long = 'x'.repeat(501);
	it.each([
		['tunes', { date: '0000-00-00 00:00:00' }, { date: null }, ['date: not a date']],
		['tunes', { date: '02/05/2021' }, { date: null }, ['date: day and month in doubt']],
		['tunes', { name: ' ' }, { name: '' }, ['name: empty']],
		['tunes', { name: long }, { name: `${'x'.repeat(499)}…` }, [/^name: longer than 500/]],
		['tunes', { mode: '', meter: '', type: '' }, { mode: '' }, ['meter: empty', 'mode: empty']],
		['tunes', { type: 'y'.repeat(41) }, { type: '' }, ['type: longer than 40 characters']],
		['tunes', { abc: '' }, { abc: '' }, ['abc: empty']],
		['tunes', { composer: 'NULL', username: '\\N' }, { composer: null, username: null }, []],
		['tunes', { composer: '?' }, { composer: null }, ['composer: says that nobody knows']],
		['tunes', { composer: 'n/a' }, { composer: null }, ['composer: says that nobody knows']],
		['tunes', { composer: 'None Of These' }, { composer: 'None Of These' }, []],
		['recordings', { tune_id: 'n/a' }, { tune_id: null }, ['tune_id: not an id']],
		['recordings', { artist: '310.0' }, { artist: '310' }, []],
		['recordings', { artist: '1,310' }, { artist: '1310' }, []],
		['recordings', { artist: '10,000 Reels' }, { artist: '10,000 Reels' }, []],
		['recordings', { tune_id: '0' }, { tune_id: null }, []],
		['recordings', { track: 'A1', number: '' }, { track: 0, number: null }, [/^number/, /^track/]],
		['sessions', { latitude: '91' }, { latitude: null, longitude: null }, [/^latitude/, /^one/]],
		[
			'sessions',
			{ latitude: '', longitude: 'NaN' },
			{ longitude: null },
			['longitude: not a coordinate'],
		],
		[
			'sessions',
			{ latitude: '0', longitude: '0.0' },
			{ latitude: null, longitude: null },
			['coordinates 0, 0'],
		],
		['sessions', { latitude: '0', longitude: '9' }, { latitude: 0, longitude: 9 }, []],
		[
			'sessions',
			{ latitude: '53,01', longitude: '−9,37' },
			{ latitude: 53.01, longitude: -9.37 },
			[],
		],
		['events', { dtend: 'soon', venue: '' }, { dtend: null, venue: null }, ['dtend: not a date']],
		['events', { dtstart: '2021-02-30 10:00:00' }, { dtstart: null }, ['dtstart: not a date']],
		['events', { dtend: '2030-04-24 10:00' }, { dtend: null }, ['it ends before it starts']],
		['events', { dtend: '2030-04-25' }, { dtend: '2030-04-25 00:00:00' }, []],
		[
			'sets',
			{ member_id: '', setting_id: '-3' },
			{ member_id: null, setting_id: null },
			['setting_id: not an id'],
		],
		['sets', { settingorder: 'first' }, { settingorder: null }, ['settingorder: not a number']],
		['sessions', { name: 'The\r\nInn\u202E, "A"' }, { name: 'The Inn, "A"' }, []],
	] as [TableName, Row, Row, (string | RegExp)[]][])(
		'does without what %s may lack, and tells: %.60j',
		async (name, odd, stored, reasons) => {
			const [row] = goodRows(1)[name];
			const { rows, noted, refused } = await reader()(
				name,
				csv(name, [{ ...row, ...odd }] as never),
			);
			expect(refused).toEqual([]);
			expect(rows[0]).toMatchObject(stored);
			for (const reason of reasons) {
				expect(noted).toContainEqual(
					expect.objectContaining({
						source: `csv/${name}.csv`,
						reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
						count: 1,
						places: [{ place: 'row 2', id: String(rows[0]?.[ID[name] ?? 'id']) }],
					}),
				);
			}
			if (reasons.length === 0) expect(noted).toEqual([]);
		},
	);

	it.each(['1.0', ' 27 ', '1,234', '1 234', '+7', '007', '\u00A027', '27.'])(
		'reads the id %j',
		async (id) => {
			const { rows, refused } = await reader()('sessions', csv('sessions', [{ id, name: 'Inn' }]));
			expect(refused).toEqual([]);
			expect(rows[0]?.['id']).toBe(Number(id.replace(/[, ]/g, '')));
		},
	);

	it('tells a row that stands there twice from another row with its id', async () => {
		const [row] = goodRows(1).sessions;
		const { refused, rows } = await reader()(
			'sessions',
			csv('sessions', [row, row, { ...row, town: 'Elsewhere' }] as never),
		);
		expect(rows).toHaveLength(1);
		expect(refused).toEqual([
			{ row: 3, id: '1', reason: 'the same row twice' },
			{ row: 4, id: '1', reason: 'its id was seen before, in another row' },
		]);
	});

	it.each(['recordings', 'sets'] as const)(
		'reads a file of %s that holds itself twice once',
		async (name) => {
			const rows = goodRows(20)[name];
			const read = await reader()(name, csv(name, [...rows, ...rows]));
			expect(read.rows).toHaveLength(20);
			expect(new Set(read.refused.map(({ reason }) => reason))).toEqual(
				new Set(['the same row twice']),
			);
		},
	);
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
		['sessions', 'Usage: tool "[options]\n\n  -f FILE\n', /^its header lacks id, name$/],
		['tunes', '', 'it holds no rows'],
		['tunes', '\n\n', 'it holds no rows'],
		['tunes', '\0\u0001\u0002\uFFFD'.repeat(100), /^its header lacks/],
	] as [TableName, string, string | RegExp][])('%s: %.30j', async (name, text, reason) => {
		expect(await reasonOf(reader()(name, text))).toMatch(reason);
	});

	it('takes a table of which most rows make no sense for a fault', async () => {
		const rows = goodRows(100).tunes;
		const damaged = (n: number) => rows.map((row, at) => (at < n ? { ...row, tune_id: 'x' } : row));
		expect((await reader()('tunes', csv('tunes', damaged(50)))).refused).toHaveLength(50);
		expect(await reasonOf(reader()('tunes', csv('tunes', damaged(51))))).toBe(
			'51 of its 100 rows make no sense',
		);
		const few = goodRows(5).tunes.map((row) => ({ ...row, tune_id: 'x' }));
		expect((await reader()('tunes', csv('tunes', few))).refused).toHaveLength(5);
	});

	it('refuses the one row whose reading throws, with its id and the class of the error', async () => {
		const [tunes] = CSV_TABLES;
		if (!tunes) throw new Error('no tables');
		const read = (text: string): string => {
			if (text === 'Heron 2, The') throw new RangeError(text);
			return text;
		};
		const table = { ...tunes, fields: { ...tunes.fields, name: { read } } };
		const text = Readable.from([Buffer.from(csv('tunes', goodRows(3).tunes))], {
			objectMode: false,
		});
		const result = await readTable(text, table, openTables(temporaryFolder()), silent);
		expect(result.refused).toEqual([
			{ row: 3, id: '1002', reason: 'could not be read (RangeError)' },
		]);
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
