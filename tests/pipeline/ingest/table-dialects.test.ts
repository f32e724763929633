import { describe, expect, it } from 'vitest';
import { LONGEST_ROW } from '../../../src/pipeline/ingest/csv/records.ts';
import { TableFault } from '../../../src/pipeline/ingest/csv/read-table.ts';
import { csv, goodRows, type TableName } from './csv.ts';
import { reader, type Row } from './table-reader.ts';

// Tables as other programs write them. Each row: what is done to three good rows of a table, and what is
// true of what was read. `same` means all three rows, value for value.

const GOOD = Object.fromEntries(
	(
		['tunes', 'sessions', 'events', 'sets', 'recordings', 'tune_popularity', 'aliases'] as const
	).map((name) => [name, csv(name, goodRows(3)[name])]),
) as Record<TableName, string>;

const lines = (text: string): string[] => text.split('\n');
const fields = (text: string, delimiter: string): string =>
	lines(text)
		.map((line) => line.split(',').join(delimiter))
		.join('\n');
const header = (text: string, change: (names: string) => string): string => {
	const end = text.indexOf('\n');
	return change(text.slice(0, end)) + text.slice(end);
};
const rename = (text: string, from: string, to: string): string =>
	header(text, (names) => names.replace(new RegExp(`\\b${from}\\b`), to));
const without = (name: TableName, ...columns: string[]): string =>
	csv(name, goodRows(3)[name], {
		columns: (GOOD[name].split('\n')[0] ?? '').split(',').filter((c) => !columns.includes(c)),
	});
const plus = (name: TableName, ...columns: string[]): string =>
	csv(
		name,
		goodRows(3)[name].map((row) => ({ ...row, ...Object.fromEntries(columns.map((c) => [c, 9])) })),
		{ columns: [...(GOOD[name].split('\n')[0] ?? '').split(','), ...columns] },
	);

describe.each<[what: string, table: TableName, text: string | Buffer]>([
	['semicolons', 'sessions', fields(GOOD.sessions, ';')],
	['tabs', 'sessions', fields(GOOD.sessions, '\t')],
	['bars', 'sessions', fields(GOOD.sessions, '|')],
	[
		'tabs, and ABC of several lines',
		'tunes',
		csv('tunes', goodRows(3).tunes).replaceAll(/,(?! The")/g, '\t'),
	],
	['sep=; first', 'sessions', `sep=;\n${fields(GOOD.sessions, ';')}`],
	['remarks first', 'sessions', `# Exported by nobody\n\n# on no day\n${GOOD.sessions}`],
	['capitals', 'sessions', header(GOOD.sessions, (names) => names.toUpperCase())],
	[
		'blanks and hyphens in names',
		'tunes',
		header(GOOD.tunes, (n) =>
			n.replace('tune_id', ' Tune ID ').replace('setting_id', 'Setting-Id'),
		),
	],
	[
		'no-break blanks in names',
		'tunes',
		header(GOOD.tunes, (n) => n.replace('tune_id', '\u00A0Tune\u00A0ID\u200B')),
	],
	['quoted names', 'tunes', header(GOOD.tunes, (n) => n.replaceAll(/[a-z_]+/g, '"$&"'))],
	['two byte order marks', 'tunes', `\uFEFF\uFEFF${GOOD.tunes}`],
	['CR', 'tunes', GOOD.tunes.replaceAll('\n', '\r')],
	['CR CR LF', 'tunes', GOOD.tunes.replaceAll('\n', '\r\r\n')],
	[
		'decimal commas that nobody quoted',
		'sessions',
		GOOD.sessions.replaceAll('53.01,-9.37', '53,01,-9,37'),
	],
	['CRLF', 'tunes', GOOD.tunes.replaceAll('\n', '\r\n')],
	['a header ended by CR, rows by LF', 'tunes', GOOD.tunes.replace('\n', '\r')],
	['a header ended by CRLF, rows by LF', 'tunes', GOOD.tunes.replace('\n', '\r\n')],
	[
		'a header ended by LF, rows by CRLF',
		'tunes',
		GOOD.tunes.replaceAll('\n', '\r\n').replace('\r\n', '\n'),
	],
	[
		'every line end in turn',
		'tunes',
		lines(GOOD.tunes)
			.map((line, at) => line + ['\r\n', '\n', '\r'][at % 3])
			.join(''),
	],
	['UTF-16 LE with a mark', 'tunes', Buffer.from(`\uFEFF${GOOD.tunes}`, 'utf16le')],
	['UTF-16 LE without', 'tunes', Buffer.from(GOOD.tunes, 'utf16le')],
	['UTF-16 BE', 'tunes', Buffer.from(`\uFEFF${GOOD.tunes}`, 'utf16le').swap16()],
	['NULs', 'tunes', GOOD.tunes.replaceAll('Heron', 'H\0eron\0')],
	['no last line end', 'sessions', GOOD.sessions.trimEnd()],
	['blank lines', 'sessions', GOOD.sessions.replaceAll('\n', '\n \n\n')],
	['rows of delimiters only', 'sessions', `${GOOD.sessions},,,,,,,,\n,,,,,,,,\n`],
	['a delimiter behind every row', 'sessions', GOOD.sessions.replaceAll('\n', ',\n')],
	[
		'delimiters behind rows, not behind the header',
		'sessions',
		GOOD.sessions.replaceAll('\n', ',,\n').replace(',,\n', '\n'),
	],
	['blanks round delimiters', 'sessions', GOOD.sessions.replaceAll(',', ' , ')],
	[
		'blanks round quoted fields',
		'tunes',
		csv('tunes', goodRows(3).tunes, { always: true }).replaceAll('","', '" ,\t"'),
	],
	[
		'an unnamed column first',
		'sessions',
		lines(GOOD.sessions)
			.map((line, at) => (line ? `${at || ''},${line}` : ''))
			.join('\n'),
	],
	[
		'a column twice',
		'sessions',
		lines(GOOD.sessions)
			.map((line, at) => line && `${line},${at ? 'X' : 'Name'}`)
			.join('\n'),
	],
	['a column that is the mark of another table', 'tunes', plus('tunes', 'tuneset')],
	['two that are marks of others', 'tunes', plus('tunes', 'alias', 'tunebooks')],
	['all marks of another table', 'aliases', plus('aliases', 'tunebooks')],
	['an event', 'sessions', plus('sessions', 'event', 'venue')],
	['a name', 'events', plus('events', 'name')],
	['a composer', 'sets', plus('sets', 'composer')],
	['tune for tune_id', 'tunes', rename(GOOD.tunes, 'tune_id', 'tune')],
	['id for setting_id', 'tunes', rename(GOOD.tunes, 'setting_id', 'id')],
	['name for event', 'events', rename(GOOD.events, 'event', 'name')],
	['set_id for tuneset', 'sets', rename(GOOD.sets, 'tuneset', 'set_id')],
	['lat and lng', 'sessions', rename(rename(GOOD.sessions, 'latitude', 'lat'), 'longitude', 'lng')],
])('%s', (_, name, text) => {
	it.each([1, 7, 65_536])('is read as the same table, in pieces of %i bytes', async (piece) => {
		const read = reader();
		const good = await read(name, GOOD[name]);
		const { rows, refused, noted } = await read(name, text, piece);
		expect(refused).toEqual([]);
		expect(noted).toEqual([]);
		expect(rows).toEqual(good.rows);
	});
});

it.each<[TableName, ...string[]]>([
	['sets', 'abc'],
	['sets', 'member_id', 'username', 'date', 'settingorder'],
	['events', 'latitude', 'longitude'],
	['events', 'dtstart', 'dtend', 'venue', 'address', 'town', 'area', 'country'],
	['tunes', 'composer'],
	['tunes', 'username', 'date', 'meter'],
	['tunes', 'name', 'abc'],
	['recordings', 'artist', 'number'],
	['recordings', 'track', 'number', 'tune_id'],
	['sessions', 'address', 'town', 'area', 'country', 'latitude', 'longitude', 'date'],
])('%s goes on without %s and says so', async (name, ...columns) => {
	const { rows, missing, refused, noted } = await reader()(name, without(name, ...columns));
	expect(rows).toHaveLength(3);
	expect(refused).toEqual([]);
	expect(noted).toEqual([]);
	expect([...missing].sort()).toEqual([...columns].sort());
});

it.each<[TableName, string, string]>([
	['tunes', without('tunes', 'setting_id'), 'its header lacks setting_id'],
	[
		'tunes',
		rename(without('tunes', 'setting_id'), 'tune_id', 'id'),
		'its header lacks tune_id, setting_id',
	],
	['sets', without('sets', 'tuneset'), 'it holds the header of tunes'],
	['tunes', without('sets', 'member_id', 'abc'), 'it holds the header of sets'],
	['events', without('sessions', 'date'), 'it holds the header of sessions'],
	['sessions', fields(GOOD.events, ';'), 'it holds the header of events'],
	['tune_popularity', GOOD.aliases, 'it holds the header of aliases'],
])('%s is refused without what makes it that table', async (name, text, reason) => {
	await expect(reader()(name, text)).rejects.toThrow(new TableFault(reason));
});

it('reads Latin-1 names, and one in a file of UTF-8', async () => {
	const named = GOOD.sessions.replaceAll('Example Street', 'Sráid – “Café”');
	const old = Buffer.from(
		GOOD.sessions.replace('Example Street', 'Sr\xE1id \x96 \x93Caf\xE9\x94'),
		'latin1',
	);
	expect((await reader()('sessions', old, 3)).rows[0]?.['address']).toBe('1 Sráid – “Café”');
	const mixed = Buffer.concat([Buffer.from(named), old.subarray(old.indexOf('\n') + 1)]);
	const { rows } = await reader()(
		'sessions',
		Buffer.from(mixed.toString('latin1').replaceAll('\n1,', '\n7,'), 'latin1'),
		5,
	);
	expect(rows.map((row) => row['address'])).toContain('1 Sráid – “Café”');
	expect(JSON.stringify(rows)).not.toMatch(/Ã|â|\uFFFD/);
});

describe('quotes', () => {
	const session = (line: string): string =>
		`id,name,address,town,area,country,latitude,longitude,date\n${line}\n902,"The Boathouse","5 Quay Lane",Ballyfree,Westshire,Ireland,53.21,-9.11,"2024-03-02 10:00:00"\n`;
	const rest = 'Ballyfree,Westshire,Ireland,53.2,-9.1,"2024-03-01 10:00:00"';

	it.each([
		['"The "Lantern" Inn","2 Quay Lane"', 'The "Lantern" Inn', '2 Quay Lane'],
		['""Lantern" Inn","2 Quay Lane"', '"Lantern" Inn', '2 Quay Lane'],
		['"The "Lantern"","2 Quay Lane"', 'The "Lantern"', '2 Quay Lane'],
		['""Lantern"","2 Quay Lane"', '"Lantern"', '2 Quay Lane'],
		['The "Lantern" Inn,2 Quay Lane', 'The "Lantern" Inn', '2 Quay Lane'],
		['"The ""Lantern"" Inn","2 "Quay" Lane"', 'The "Lantern" Inn', '2 "Quay" Lane'],
		['"The "Lantern", Ballyfree","2 Quay Lane"', 'The "Lantern", Ballyfree', '2 Quay Lane'],
		['"The \\"Lantern\\" Inn","2 Quay Lane"', 'The "Lantern" Inn', '2 Quay Lane'],
		['The 5" Whistle,2 Quay Lane', 'The 5" Whistle', '2 Quay Lane'],
		['"The 5" Whistle","2 Quay Lane"', 'The 5" Whistle', '2 Quay Lane'],
		[
			'"The "Lantern" Inn","2 Quay Lane\nat the "corner" there"',
			'The "Lantern" Inn',
			'2 Quay Lane at the "corner" there',
		],
		['The Lantern\nInn,2 Quay Lane', 'The Lantern Inn', '2 Quay Lane'],
		['The\nLantern\nInn,2 Quay\nLane', 'The Lantern Inn', '2 Quay Lane'],
	])('901,%s', async (start, name, address) => {
		for (const piece of [1, 65_536]) {
			const { rows, refused } = await reader()('sessions', session(`901,${start},${rest}`), piece);
			expect(refused).toEqual([]);
			expect(rows[0]).toMatchObject({ id: 901, name, address, town: 'Ballyfree', longitude: -9.1 });
			expect(rows[1]).toMatchObject({ id: 902, name: 'The Boathouse' });
		}
	});

	it.each([
		[`901,"The Lantern Inn,2 Quay Lane,${rest}`, 'a quoted field does not end'],
		[
			`901,"The "Lantern, Inn" of "Ballyfree", and "more","2 Quay Lane",${rest}`,
			/cannot be told apart|does not end/,
		],
		[`901,The Lantern Inn, Ballyfree,2 Quay Lane,${rest}`, /^1 column.s. too many$/],
		['id,name,address,town,area,country,latitude,longitude,date', 'the header again'],
	])('refuses %s and keeps its neighbour', async (line, reason) => {
		const { rows, refused } = await reader()('sessions', session(line));
		expect(refused).toEqual([
			expect.objectContaining({ row: 2, reason: expect.stringMatching(reason) as string }),
		]);
		expect(rows.map((row) => row['id'])).toEqual([902]);
	});

	it('reads undoubled chords in ABC of several lines', async () => {
		const row = (id: number, abc: string): string =>
			`${id},${id + 9000},"Lantern Reel, The","reel","4/4","Gmajor","${abc}","2024-03-01 10:00:00","Test Member",\n`;
		const abc =
			'|:"G"GBdB "C"ceec|"D"dBAF "G"G4:|\n"Am"A4 "^slow, then" B4|"Fine"\nG8 "D7"|\n1, G8|"End"';
		const text = `tune_id,setting_id,name,type,meter,mode,abc,date,username,composer\n${row(1, abc)}${row(2, 'G8')}${row(3, abc)}`;
		const { rows, refused } = await reader()('tunes', text, 10);
		expect(refused).toEqual([]);
		expect(rows.map(({ tune_id, abc: read, date }) => ({ tune_id, read, date }))).toEqual(
			[abc, 'G8', abc].map((read, at) => ({ tune_id: at + 1, read, date: '2024-03-01 10:00:00' })),
		);
	});

	it('costs no neighbour when a quote never closes', async () => {
		const rows = goodRows(300).tunes;
		const text = csv('tunes', rows).replace('Heron 150, The"', 'Heron 150, The');
		const { rows: stored, refused, endsCleanly } = await reader()('tunes', text);
		expect(refused[0]).toMatchObject({ row: 151, id: '1150' });
		expect(stored.map((row) => row['tune_id'])).toEqual(
			rows.map((row) => row['tune_id']).filter((id) => id !== 150),
		);
		expect(endsCleanly).toBe(true);
	});
});

describe('rows of another length', () => {
	it('does without what a short row lacks, and tells', async () => {
		const text = GOOD.sessions.replace(
			/^2,Example Arms 2,.*$/m,
			'2,Example Arms 2,1 Example Street',
		);
		const { rows, noted } = await reader()('sessions', text);
		expect(rows[1]).toMatchObject({ id: 2, name: 'Example Arms 2', town: null, date: null });
		expect(noted).toEqual([expect.objectContaining({ reason: '6 column(s) too few', count: 1 })]);
	});

	it('says whether the file ends with a whole row', async () => {
		const end = async (text: string): Promise<[boolean, number]> => {
			const { endsCleanly, rows } = await reader()('tunes', text);
			return [endsCleanly, rows.length];
		};
		expect(await end(GOOD.tunes)).toEqual([true, 3]);
		expect(await end(GOOD.tunes.trimEnd())).toEqual([false, 3]);
		expect(await end(GOOD.tunes.slice(0, GOOD.tunes.lastIndexOf('|:') + 5))).toEqual([false, 2]);
		expect(await end(GOOD.tunes.slice(0, GOOD.tunes.lastIndexOf('reel')))).toEqual([false, 2]);
		expect(await end(csv('tunes', []))).toEqual([true, 0]);
	});
});

describe('sizes', () => {
	it('reads a body of megabytes', async () => {
		const abc = '|:GABc dedB|\n'.repeat(300_000);
		const { rows, refused } = await reader()(
			'tunes',
			csv('tunes', [{ ...goodRows(1).tunes[0], abc }]),
		);
		expect(refused).toEqual([]);
		expect(String(rows[0]?.['abc'])).toHaveLength(abc.length - 1);
	});

	it.each([
		['on one line', 'x'.repeat(64)],
		['on many lines', `${'x'.repeat(63)}\n`],
	])('refuses a row of more than 16 MB %s, and goes on behind it', async (_, part) => {
		const [first, ...others] = goodRows(3).tunes;
		const abc = part.repeat(LONGEST_ROW / 64 + 1000);
		const text = csv('tunes', [{ ...first, abc }, ...others] as never);
		const { rows, refused } = await reader()('tunes', text);
		expect(rows.map((row: Row) => row['tune_id'])).toEqual([2, 3]);
		expect(refused).toEqual([expect.objectContaining({ row: 2 })]);
	});
});
