import { indices } from '../population.ts';
import { aliasesOf, settingAt, tuneAt, tunebooks } from '../things/tunes.ts';
import { tuneName } from '../names.ts';
import type { World } from '../world.ts';
import type { Row } from './csv.ts';
import { eventRows, recordingRows, sessionRows, setRows } from './other-rows.ts';

/** One file of `csv/`. */
export interface Table {
	name: TableName;
	columns: string;
	rows: (world: World) => Generator<Row>;
}

export type TableName =
	'tunes' | 'aliases' | 'tune_popularity' | 'recordings' | 'sessions' | 'events' | 'sets';

export const TABLES: readonly Table[] = [
	{
		name: 'tunes',
		columns: 'tune_id,setting_id,name,type,meter,mode,abc,date,username,composer',
		rows: tuneRows,
	},
	{ name: 'aliases', columns: 'tune_id,alias,name', rows: aliasRows },
	{ name: 'tune_popularity', columns: 'name,tune_id,tunebooks', rows: popularityRows },
	{
		name: 'recordings',
		columns: 'id,artist,recording,track,number,tune,tune_id',
		rows: recordingRows,
	},
	{
		name: 'sessions',
		columns: 'id,name,address,town,area,country,latitude,longitude,date',
		rows: sessionRows,
	},
	{
		name: 'events',
		columns: 'id,event,dtstart,dtend,venue,address,town,area,country,latitude,longitude',
		rows: eventRows,
	},
	{
		name: 'sets',
		columns:
			'tuneset,date,member_id,username,settingorder,name,tune_id,setting_id,type,meter,mode,abc',
		rows: setRows,
	},
];

function* tuneRows(world: World): Generator<Row> {
	for (const index of tunesInCsv(world)) {
		const tune = tuneAt(world, index);
		for (let n = 0; n < tune.settings; n++) {
			const { id, mode, abc, date, username } = settingAt(world, tune, n);
			const { name, type, meter, composer } = tune;
			yield [tune.id, id, name, type, meter, mode, abc, date, username, composer];
		}
	}
}

function* aliasRows(world: World): Generator<Row> {
	for (const index of tunesInCsv(world))
		for (const alias of aliasesOf(world, index))
			yield [world.kinds.tunes.idOf(index), alias, tuneName(index)];
}

function* popularityRows(world: World): Generator<Row> {
	const popular = [...tunesInCsv(world)]
		.map((index) => ({ index, books: tunebooks(world, index) }))
		.filter(({ books }) => books > 0)
		.sort((a, b) => b.books - a.books);
	for (const { index, books } of popular)
		yield [tuneName(index), world.kinds.tunes.idOf(index), books];
}

function* tunesInCsv({ kinds, week }: World): Generator<number> {
	for (const index of indices(kinds.tunes, week)) if (kinds.tunes.inCsv(index)) yield index;
}
