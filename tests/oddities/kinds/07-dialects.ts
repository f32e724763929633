import { expect } from 'vitest';
import { csv, quoted, type TableName } from '../../pipeline/ingest/csv.ts';
import type { Oddity, OddityKind, Part } from '../oddity.ts';
import type { Stored } from '../site.ts';
import { dialect, plain, type Table } from '../table-file.ts';
import { SETTING, type Upstream } from '../upstream.ts';

/** What stands in the store of each table of the base, when all of it was read. */
const READ: Record<TableName, (stored: Stored) => void> = {
	tunes: (stored) => {
		expect(
			stored.rows(
				`SELECT id, member_id IS NOT NULL AS known, date FROM setting WHERE source IN ('both', 'csv') AND id < 1000 ORDER BY id`,
			),
		).toEqual(
			[1, 2, 3, 4].map((id) => ({ id: id + SETTING, known: 1, date: '2021-05-02 10:11:12' })),
		);
		expect(stored.value('SELECT abc FROM setting WHERE id = ?', 1 + SETTING)).toBe(
			'|:G2BG dGBG|\nA2cA eAcA:|',
		);
		expect(stored.value('SELECT source FROM tune WHERE id = 1')).toBe('both');
	},
	aliases: (stored) =>
		expect(stored.rows('SELECT name FROM alias WHERE tune_id < 5 ORDER BY tune_id')).toEqual(
			[1, 2, 3, 4].map((id) => ({ name: `Crossing ${id}` })),
		),
	tune_popularity: (stored) =>
		expect(stored.rows('SELECT tunebooks FROM tune WHERE id < 5 ORDER BY id')).toEqual(
			[1, 2, 3, 4].map((id) => ({ tunebooks: 20 + id })),
		),
	recordings: (stored) =>
		expect(stored.rows(`SELECT name, source FROM recording WHERE id < 5 ORDER BY id`)).toEqual(
			[1, 2, 3, 4].map((id) => ({ name: `Harbour Lights ${id}`, source: 'both' })),
		),
	sessions: (stored) =>
		expect(
			stored.rows(
				'SELECT name, town, latitude, longitude, source FROM session WHERE id < 5 ORDER BY id',
			),
		).toEqual(
			[1, 2, 3, 4].map((id) => ({
				name: `Anchor ${id}`,
				town: 'Portnacross',
				latitude: 54.6,
				longitude: -8.4,
				source: 'both',
			})),
		),
	events: (stored) =>
		expect(stored.rows('SELECT starts, ends, source FROM event WHERE id < 5 ORDER BY id')).toEqual(
			[1, 2, 3, 4].map(() => ({
				starts: '2030-04-25 20:00:00',
				ends: '2030-04-26 00:00:00',
				source: 'both',
			})),
		),
	sets: (stored) =>
		expect(
			stored.rows(
				'SELECT tuneset_id AS id, tune_id AS tune, type FROM tuneset_tune WHERE tuneset_id < 5 ORDER BY 1',
			),
		).toEqual([1, 2, 3, 4].map((id) => ({ id, tune: id, type: 'reel' }))),
};

const ALL = Object.keys(READ) as TableName[];

/** A table written another way; all of it is read. */
function written(
	name: string,
	tables: readonly TableName[],
	write: (table: TableName) => (table: Table) => string | Buffer,
): Oddity[] {
	return tables.map((table) => ({
		name: `${table}.csv ${name}`,
		parts: [table],
		change: (upstream) => {
			upstream.tables[table].write = write(table);
		},
		stored: READ[table],
	}));
}

const always = (value: string): string => quoted(value, true);
const IDS = /(^|_)id$|^tuneset$/;
const text =
	(make: (plainText: string, table: TableName) => string | Buffer) =>
	(name: TableName) =>
	(table: Table) =>
		make(plain(name)(table), name);

const DIALECTS: Oddity[] = [
	...written('is parted by semicolons', ALL, () => dialect({ delimiter: ';', cell: always })),
	...written('is parted by tabs', ['tunes', 'sessions', 'sets'], () =>
		dialect({ delimiter: '\t', cell: always }),
	),
	...written('is parted by bars', ['events', 'aliases'], () =>
		dialect({ delimiter: '|', cell: always }),
	),
	...written('quotes everything', ['tunes', 'recordings', 'tune_popularity'], () =>
		dialect({ cell: always, head: always }),
	),
	...written('has a header in capitals', ALL, () =>
		dialect({ head: (name) => name.toUpperCase() }),
	),
	...written('has blanks round the names of its header', ['tunes', 'sessions', 'aliases'], () =>
		dialect({ head: (name) => ` ${name} ` }),
	),
	...written('has a header with blanks for underscores', ['tunes', 'sets'], () =>
		dialect({ head: (name) => name.replace('_', ' ') }),
	),
	...written('begins with a mark of byte order', ['tunes', 'events', 'tune_popularity'], () =>
		dialect({ first: '\ufeff' }),
	),
	...written('begins with a mark of byte order and quotes', ['aliases', 'sessions'], () =>
		dialect({ first: '\ufeff', head: always }),
	),
	...written('ends its lines as Windows does', ['tunes', 'recordings'], () =>
		dialect({ end: '\r\n' }),
	),
	...written('ends its lines as old Macs did', ['sessions', 'aliases'], () =>
		dialect({ end: '\r' }),
	),
	...written(
		'ends its header in another way than its rows',
		['tunes', 'sessions', 'recordings'],
		() => dialect({ headEnd: '\r\n' }),
	),
	...written('ends its rows in another way than its header', ['events', 'sets', 'aliases'], () =>
		dialect({ headEnd: '\n', end: '\r\n' }),
	),
	...written(
		'has no line end at its end',
		['tunes', 'sessions'],
		text((all) => all.trimEnd()),
	),
	...written(
		'has empty lines',
		['recordings', 'events'],
		text((all) => `${all.replace('\n', '\n\n')}\n\n\n`),
	),
	...written(
		'has lines of blanks and commas at its end',
		['sessions', 'sets'],
		text((all) => `${all},,,,,,,,\n   \n`),
	),
	...written(
		'has a comma behind every row',
		['aliases', 'sessions'],
		() => (table) =>
			table.columns.join(',') +
			',\n' +
			table.rows
				.map((row) => table.columns.map((column) => quoted(row[column] ?? '')).join(',') + ',\n')
				.join(''),
	),
	...written(
		'has its columns in another order',
		ALL,
		() => (table) => dialect({})({ ...table, columns: table.columns.toReversed() }),
	),
	...written(
		'has an additional column',
		['tunes', 'events', 'recordings'],
		() => (table) => dialect({})({ ...table, columns: ['extra', ...table.columns, 'more'] }),
	),
	...written(
		'has an additional column called as one of another table',
		['sessions', 'aliases', 'tune_popularity'],
		() => (table) =>
			dialect({})({ ...table, columns: [...table.columns, 'tuneset', 'dtstart', 'abc'] }),
	),
	...written(
		'has a column twice',
		['recordings', 'sets'],
		() => (table) => dialect({})({ ...table, columns: [...table.columns, table.columns[1] ?? ''] }),
	),
	...written('has ids that end in .0', ALL, () =>
		dialect({
			cell: (value, column) => quoted(IDS.test(column) && value !== '' ? `${value}.0` : value),
		}),
	),
	...written('has blanks round its ids', ['tunes', 'events', 'sets'], () =>
		dialect({ cell: (value, column) => quoted(IDS.test(column) ? ` ${value} ` : value) }),
	),
	...written('has ids with zeros before them', ['sessions', 'recordings'], () =>
		dialect({
			cell: (value, column) => quoted(IDS.test(column) && value !== '' ? `000${value}` : value),
		}),
	),
	...written('has decimal commas', ['sessions'], () =>
		dialect({
			cell: (value, column) => quoted(column.endsWith('tude') ? value.replace('.', ',') : value),
		}),
	),
	...written('has decimal commas between semicolons', ['sessions'], () =>
		dialect({
			delimiter: ';',
			cell: (value, column) => always(column.endsWith('tude') ? value.replace('.', ',') : value),
		}),
	),
	...written('has coordinates with a degree sign', ['sessions'], () =>
		dialect({ cell: (value, column) => quoted(column.endsWith('tude') ? `${value}°` : value) }),
	),
	...written('has dates as ISO writes them', ['tunes', 'events', 'sets'], () =>
		dialect({
			cell: (value, column) =>
				quoted(/date|^dt/.test(column) ? `${value.replace(' ', 'T')}Z` : value),
		}),
	),
	...written('has dates with fractions of seconds', ['tunes', 'events'], () =>
		dialect({ cell: (value, column) => quoted(/date|^dt/.test(column) ? `${value}.000` : value) }),
	),
	...written('writes NULL for nothing', ['tunes', 'events', 'recordings'], () =>
		dialect({ cell: (value) => (value === '' ? 'NULL' : quoted(value)) }),
	),
	...written('writes \\N for nothing', ['tunes', 'events'], () =>
		dialect({ cell: (value) => (value === '' ? '\\N' : quoted(value)) }),
	),
	...written(
		'has its header twice',
		['tunes', 'aliases'],
		text((all) => `${all.split('\n')[0]}\n${all}`),
	),
	...written(
		'has a row twice',
		['sessions', 'events', 'tune_popularity'],
		(name) => (table) => csv(name, [...table.rows, ...table.rows.slice(0, 1)]),
	),
	...written(
		'has a line of dashes below its header',
		['sessions'],
		text((all) => all.replace('\n', `\n---,---,---,---,---,---,---,---,---\n`)),
	),
	...written(
		'ends in how many rows it has',
		['tunes', 'sets'],
		text((all) => `${all}(4 rows)\n`),
	),
	...written(
		'holds a NUL',
		['sessions', 'aliases'],
		text((all) => `${all}\0\n`),
	),
	...written(
		'holds bytes that are no UTF-8',
		['events', 'recordings'],
		text((all) => Buffer.concat([Buffer.from(all), Buffer.from([0xff, 0xfe, 0x80, 0x0a])])),
	),
	...written(
		'has one row cut short',
		['sessions', 'aliases'],
		text((all) => `${all}999`),
	),
	...written(
		'has a row with more cells than columns',
		['tunes', 'tune_popularity'],
		text((all) => `${all}1,2,3,4,5,6,7,8,9,10,11,12,13,14\n`),
	),
	...written(
		'has a quote that never ends in its last row',
		['sessions', 'aliases'],
		text((all) => `${all}999,"Open\n`),
	),
];

/** Tables without a column that pages can do without. */
const LACKING: [TableName, string[], (stored: Stored) => void][] = [
	['tunes', ['username'], (s) => expect(s.value('SELECT count(*) FROM setting')).toBe(4)],
	['tunes', ['date'], (s) => expect(s.value('SELECT count(*) FROM setting')).toBe(4)],
	['tunes', ['composer'], READ.tunes],
	[
		'tunes',
		['username', 'date', 'composer', 'meter'],
		(s) => expect(s.value('SELECT count(*) FROM tune')).toBe(4),
	],
	['tunes', ['abc'], (s) => expect(s.value('SELECT count(*) FROM tune')).toBe(4)],
	['aliases', ['name'], READ.aliases],
	['tune_popularity', ['name'], READ.tune_popularity],
	['recordings', ['artist'], READ.recordings],
	['recordings', ['number'], READ.recordings],
	['recordings', ['tune_id'], READ.recordings],
	['sessions', ['date'], READ.sessions],
	['sessions', ['latitude', 'longitude'], READ.sessions],
	['sessions', ['address', 'town', 'area', 'country'], READ.sessions],
	['events', ['latitude', 'longitude'], READ.events],
	[
		'events',
		['dtend'],
		(s) => expect(s.value('SELECT count(*) FROM event WHERE starts IS NOT NULL')).toBe(4),
	],
	['events', ['venue', 'address', 'town', 'area', 'country'], READ.events],
	['sets', ['abc'], READ.sets],
	['sets', ['username', 'date'], READ.sets],
	['sets', ['meter', 'mode'], READ.sets],
	['sets', ['member_id'], READ.sets],
];

const lacking = LACKING.map(([table, columns, stored]): Oddity => ({
	name: `${table}.csv has no ${columns.join(', ')}`,
	parts: [table],
	change: (upstream) => {
		const { columns: all } = upstream.tables[table];
		upstream.tables[table].columns = all.filter((column) => !columns.includes(column));
	},
	stored(store) {
		stored(store);
		expect(store.facts().tables[table]?.state).toBe('current');
	},
}));

/** Single rows with quotes that are not doubled. */
const QUOTES: [string, string, string][] = [
	['are round a word inside a quoted field', '"The "Lantern" Inn"', 'The "Lantern" Inn'],
	['are round a word of a plain field', 'The "Lantern" Inn', 'The "Lantern" Inn'],
	['begin a plain field', '"Lantern" Inn', '"Lantern" Inn'],
	['are doubled', '"The ""Lantern"" Inn"', 'The "Lantern" Inn'],
	['are inches', '"The 12" Inn"', 'The 12" Inn'],
];

const quotes = QUOTES.map(([what, field, name]): Oddity => ({
	name: `quotes in a name ${what}`,
	change: (upstream, id) => {
		upstream.line(
			'sessions',
			`${id},${field},,Portnacross,Donegal,Ireland,54.6,-8.4,2021-05-02 10:11:12`,
		);
		upstream.line(
			'sessions',
			`${id + 1},Whole ${id},,Portnacross,Donegal,Ireland,54.6,-8.4,2021-05-02 10:11:12`,
		);
	},
	shown(site, id) {
		// As it was meant, or refused with its reason; the row behind it is whole.
		const found = site.value('SELECT name FROM session WHERE id = ?', id);
		if (found === undefined) expect(site.reasons(id)).not.toEqual([]);
		else expect(found).toBe(name);
		expect(site.value('SELECT name FROM session WHERE id = ?', id + 1)).toBe(`Whole ${id}`);
	},
}));

const thousand: Oddity = {
	name: 'numbers of tunebooks have a comma',
	change: (upstream: Upstream, id: number) =>
		upstream
			.tune(id)
			.popular(id, '1,234')
			.tune(id + 1)
			.popular(id + 1, '1234.0'),
	stored: (stored, id) =>
		expect(
			stored.rows('SELECT tunebooks FROM tune WHERE id IN (?, ?) ORDER BY id', id, id + 1),
		).toEqual([{ tunebooks: 1234 }, { tunebooks: 1234 }]),
};

/** Music in the form of upstream's JSON: shown as it is, and drawn. */
const inOneLine: Oddity = {
	name: 'a setting breaks its lines with !',
	change: (upstream, id) =>
		upstream.tune(id, { abc: '|:G2BG dGBG|! A2cA eAcA:|' }, { settings: [] }),
	stored: (stored, id) =>
		expect(stored.value('SELECT svg FROM drawing WHERE setting_id = ?', id + SETTING)).toEqual(
			stored.value('SELECT svg FROM drawing WHERE setting_id = ?', 1 + SETTING),
		),
};

/** A whole run of each table in another dialect at once. */
const atOnce: Oddity[] = (
	['tunes', 'sessions', 'events', 'sets', 'recordings', 'aliases', 'tune_popularity'] as const
).map((table): Oddity => ({
	name: `${table}.csv is parted by semicolons, ends its lines as Windows does and lacks what it can`,
	parts: [table] satisfies Part[],
	change: (upstream) => {
		const can = new Set(['username', 'date', 'composer', 'latitude', 'longitude']);
		const { columns } = upstream.tables[table];
		upstream.tables[table].columns = columns.filter((column) => !can.has(column));
		upstream.tables[table].write = dialect({ delimiter: ';', end: '\r\n', cell: always });
	},
	shown: (site) =>
		expect(site.facts().tables[table]).toMatchObject({ state: 'current', read: 4, refused: 0 }),
}));

export const dialects: OddityKind = {
	title: '7: tables in another dialect',
	rows: [...DIALECTS, ...lacking, ...quotes, thousand, inOneLine, ...atOnce],
};
