import type { Kind } from '../../../core/kinds.ts';
import * as read from './values.ts';
import type { Read, Value } from './values.ts';

interface Field {
	read: Read;
	/** Whether a row is rejected without it; any other field that is not understood is stored as unknown. */
	isKey?: true;
	/** What to store for a text that is not understood or missing; null when absent. */
	otherwise?: (text: string) => Value;
}

/** How one CSV file of TheSession-data is read; its rows go to the table of the same name in tables.sql. */
export interface CsvTable {
	name: string;
	/** Path inside the repository. */
	file: string;
	/** The section that is built from it. */
	kind: Kind;
	/** Its columns, here and in tables.sql. */
	fields: Readonly<Record<string, Field>>;
	columns: readonly string[];
	/** The columns that identify a file as this table; pages can do without the rest. */
	marks: readonly string[];
	/** Those of them that are ids. */
	ids: readonly string[];
	/** Other names of columns, likelier ones first. */
	synonyms: Readonly<Record<string, readonly string[]>>;
	/** The column that names a row in a message. */
	id: string;
	/** Repairs fields that only make sense together; returns the reasons. */
	settle?: (values: Record<string, Value>) => string[];
}

const key = (reader: Read): Field => ({ read: reader, isKey: true });
const field = (reader: Read): Field => ({ read: reader });
const id = key(read.id);
const optionalId = field(read.optionalId);
const text = field(read.optionalText);
const name: Field = { read: read.name, otherwise: read.shortName };
const order = field(read.count);
const orEmpty = (reader: Read): Field => ({ read: reader, otherwise: () => '' });
const date = field(read.date);

const music = {
	type: orEmpty(read.lowerWord),
	meter: orEmpty(read.word),
	mode: orEmpty(read.word),
};
const coordinates = { latitude: field(read.latitude), longitude: field(read.longitude) };
const place = { address: text, town: text, area: text, country: text };

const PLACE_NAMES = {
	town: ['city', 'locality'],
	area: ['region', 'county', 'state'],
	latitude: ['lat'],
	longitude: ['lng', 'lon', 'long'],
};
const MUSIC_NAMES = {
	type: ['tune_type', 'rhythm'],
	meter: ['metre', 'time_signature'],
	mode: ['key'],
	abc: ['notation', 'body'],
	date: ['added', 'created', 'date_added'],
	username: ['user_name', 'user', 'member', 'member_name'],
};

/** The seven tables, smallest dependencies first. */
export const CSV_TABLES: readonly CsvTable[] = [
	table({
		name: 'tunes',
		kind: 'tunes',
		id: 'setting_id',
		marks: ['tune_id', 'setting_id'],
		fields: {
			tune_id: id,
			setting_id: id,
			name,
			...music,
			abc: orEmpty(read.abc),
			date,
			username: text,
			composer: field(read.composer),
		},
		synonyms: {
			...MUSIC_NAMES,
			tune_id: ['tune', 'id'],
			setting_id: ['setting', 'id'],
			name: ['title', 'tune_name'],
		},
	}),
	table({
		name: 'aliases',
		kind: 'tunes',
		id: 'tune_id',
		marks: ['tune_id', 'alias'],
		fields: { tune_id: id, alias: { ...name, isKey: true } },
		synonyms: { tune_id: ['tune', 'id'], alias: ['aliases'] },
	}),
	table({
		name: 'tune_popularity',
		kind: 'tunes',
		id: 'tune_id',
		marks: ['tune_id', 'tunebooks'],
		fields: { tune_id: id, tunebooks: key(read.count) },
		synonyms: { tune_id: ['tune', 'id'], tunebooks: ['tunebook_count', 'popularity'] },
	}),
	table({
		name: 'recordings',
		kind: 'recordings',
		id: 'id',
		marks: ['id', 'recording', 'tune'],
		fields: {
			id,
			artist: field(read.nameOrNumber),
			recording: name,
			track: { read: read.count, otherwise: () => 0 },
			number: order,
			tune: name,
			tune_id: optionalId,
		},
		synonyms: {
			id: ['recording_id'],
			recording: ['album', 'title', 'recording_name'],
			track: ['track_number'],
			number: ['position'],
			tune: ['tune_name'],
		},
	}),
	table({
		name: 'sessions',
		kind: 'sessions',
		id: 'id',
		marks: ['id', 'name'],
		fields: { id, name, ...place, ...coordinates, date },
		synonyms: {
			...PLACE_NAMES,
			id: ['session_id', 'session'],
			name: ['venue', 'session_name', 'title'],
			date: ['added', 'created', 'date_added'],
		},
		settle: settlePlace,
	}),
	table({
		name: 'events',
		kind: 'events',
		id: 'id',
		marks: ['id', 'event'],
		fields: { id, event: name, dtstart: date, dtend: date, venue: text, ...place, ...coordinates },
		synonyms: {
			...PLACE_NAMES,
			id: ['event_id'],
			event: ['name', 'title', 'event_name'],
			dtstart: ['start', 'starts', 'start_date'],
			dtend: ['end', 'ends', 'end_date'],
		},
		settle: (values) => [...settlePlace(values), ...settleTimes(values)],
	}),
	table({
		name: 'sets',
		kind: 'tunes',
		id: 'tuneset',
		marks: ['tuneset', 'tune_id'],
		fields: {
			tuneset: id,
			date,
			member_id: optionalId,
			username: text,
			settingorder: order,
			name,
			tune_id: optionalId,
			setting_id: optionalId,
			...music,
			abc: field(read.abc),
		},
		synonyms: {
			...MUSIC_NAMES,
			tuneset: ['tuneset_id', 'set_id', 'set'],
			member_id: ['user_id'],
			settingorder: ['order', 'position'],
			name: ['title', 'tune_name'],
			tune_id: ['tune'],
			setting_id: ['setting'],
		},
	}),
];

function table(described: Omit<CsvTable, 'file' | 'columns' | 'ids'>): CsvTable {
	const { fields, marks } = described;
	return {
		...described,
		file: `csv/${described.name}.csv`,
		columns: Object.keys(fields),
		ids: marks.filter((column) => fields[column]?.read === read.id),
	};
}

/** A place has both coordinates or none; 0, 0 means "unknown". */
function settlePlace(values: Record<string, Value>): string[] {
	const { latitude, longitude } = values;
	const isHalf = (latitude === null) !== (longitude === null);
	const isZero = latitude === 0 && longitude === 0;
	if (!isHalf && !isZero) return [];
	Object.assign(values, { latitude: null, longitude: null });
	return [isHalf ? 'one coordinate without the other' : 'coordinates 0, 0'];
}

/** An end before the start is unknown; midnight of the same day means a day without a time. */
function settleTimes(values: Record<string, Value>): string[] {
	const { dtstart, dtend } = values;
	if (typeof dtstart !== 'string' || typeof dtend !== 'string' || dtend >= dtstart) return [];
	if (dtend === `${dtstart.slice(0, 10)} 00:00:00`) return [];
	values['dtend'] = null;
	return ['it ends before it starts'];
}
