/** The columns of each table as UPSTREAM lists them. */
export const COLUMNS = {
	tunes: 'tune_id,setting_id,name,type,meter,mode,abc,date,username,composer',
	aliases: 'tune_id,alias,name',
	tune_popularity: 'name,tune_id,tunebooks',
	recordings: 'id,artist,recording,track,number,tune,tune_id',
	sessions: 'id,name,address,town,area,country,latitude,longitude,date',
	events: 'id,event,dtstart,dtend,venue,address,town,area,country,latitude,longitude',
	sets: 'tuneset,date,member_id,username,settingorder,name,tune_id,setting_id,type,meter,mode,abc',
} as const;

export type TableName = keyof typeof COLUMNS;
export type CsvRow = Record<string, string | number>;

/** One field, quoted by RFC 4180 where it must be. */
export function quoted(value: string | number, always = false): string {
	const text = String(value);
	return always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as upstream writes it; columns that a row lacks are empty. */
export function csv(
	table: TableName,
	rows: CsvRow[],
	{
		columns = COLUMNS[table].split(','),
		always = false,
		end = '\n',
	}: { columns?: string[]; always?: boolean; end?: string } = {},
): string {
	const line = (values: (string | number)[]) =>
		values.map((value) => quoted(value, always)).join(',') + end;
	return line(columns) + rows.map((row) => line(columns.map((name) => row[name] ?? ''))).join('');
}

const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

/** Rows of every table that refer to each other, `n` of each. */
export function goodRows(n: number): Record<TableName, CsvRow[]> {
	const date = '2021-05-02 10:11:12';
	const tune = { type: 'reel', meter: '4/4', mode: 'Gmajor', abc: '|:G2BG dGBG|\nA2cA eAcA:|' };
	return {
		tunes: range(n).map((id) => ({
			...tune,
			tune_id: id,
			setting_id: 1000 + id,
			name: `Heron ${id}, The`,
			date,
			username: 'Example Member',
			composer: '',
		})),
		aliases: range(n).map((id) => ({
			tune_id: id,
			alias: `Grey Bird ${id}`,
			name: `Heron ${id}, The`,
		})),
		tune_popularity: range(n).map((id) => ({
			name: `Heron ${id}, The`,
			tune_id: id,
			tunebooks: 10 + id,
		})),
		recordings: range(n).map((id) => ({
			id,
			artist: 7,
			recording: `Album ${id}`,
			track: 1,
			number: 1,
			tune: `Heron ${id}, The`,
			tune_id: id,
		})),
		sessions: range(n).map((id) => ({
			id,
			name: `Example Arms ${id}`,
			address: '1 Example Street',
			town: 'Town',
			area: 'Area',
			country: 'Country',
			latitude: '53.01',
			longitude: '-9.37',
			date,
		})),
		events: range(n).map((id) => ({
			id,
			event: `Festival ${id}`,
			dtstart: '2030-04-25 20:00:00',
			dtend: '2030-04-27 00:00:00',
			venue: 'Hall',
			town: 'Town',
			country: 'Country',
		})),
		sets: range(n).map((id) => ({
			...tune,
			tuneset: id,
			date,
			member_id: 5,
			username: 'Example Member',
			settingorder: 1,
			name: `Heron ${id}, The`,
			tune_id: id,
			setting_id: 1000 + id,
		})),
	};
}

/** All seven files, from {@link goodRows} where nothing else is said. */
export function dataFiles(
	rows: Partial<Record<TableName, CsvRow[]>> = {},
	n = 40,
): Record<string, string> {
	const all = { ...goodRows(n), ...rows };
	return Object.fromEntries(
		Object.entries(all).map(([name, table]) => [`csv/${name}.csv`, csv(name as TableName, table)]),
	);
}
