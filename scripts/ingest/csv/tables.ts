import { decodeHTML } from 'entities';
import { z } from 'zod';
import { normaliseDate } from '../../../src/domain/dates.ts';
import type { Kind } from '../../../src/domain/kinds.ts';

/** How one CSV file of TheSession-data is read; its rows go to the table of the same name in tables.sql. */
export interface CsvTable {
	name: string;
	/** Path inside the repository. */
	file: string;
	/** The section that is built from it. */
	kind: Kind;
	/** Raw row (header name → text) to the columns of tables.sql. */
	row: z.ZodType<Record<string, string | number | null>>;
	/** Columns of the row, here and in tables.sql. */
	columns: readonly string[];
	/** Those that must be in the header. */
	required: readonly string[];
	/** The column that names a row in a message. */
	id: string;
}

/** A number between 1 and 999,999,999. */
const id = z
	.string()
	.trim()
	.regex(/^[1-9]\d{0,8}$/, 'not an id')
	.transform(Number);

const optionalId = z
	.string()
	.trim()
	.transform((value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null));

const count = z
	.string()
	.trim()
	.regex(/^\d{1,9}$/, 'not a number')
	.transform(Number);

/** Other exports of upstream hold HTML entities: decoded once, never twice. */
const text = z.string().transform((value) => decodeHTML(value).trim());
const name = text.pipe(z.string().min(1, 'empty').max(500, 'longer than 500 characters'));
const optionalText = text.transform((value) => value || null);
const word = text.pipe(z.string().min(1, 'empty').max(40, 'longer than 40 characters'));
const date = z.string().transform((value) => normaliseDate(value) ?? null);
const requiredDate = z.string().transform((value, context) => {
	const normalised = normaliseDate(value);
	if (normalised === undefined) context.addIssue('not a date');
	return normalised ?? z.NEVER;
});
const abc = z.string().transform((value) => value.replaceAll(/\r\n?/g, '\n').trim());

function coordinate(limit: number) {
	return z.string().transform((value) => {
		const parsed = Number.parseFloat(value);
		return Number.isFinite(parsed) && Math.abs(parsed) <= limit ? parsed : null;
	});
}
const latitude = coordinate(90);
const longitude = coordinate(180);

const place = {
	address: optionalText,
	town: optionalText,
	area: optionalText,
	country: optionalText,
};

const shapes = {
	tunes: {
		tune_id: id,
		setting_id: id,
		name,
		type: word.transform((value) => value.toLowerCase()),
		meter: word,
		mode: word,
		abc,
		date,
		username: optionalText,
		composer: optionalText.optional().transform((value) => value ?? null),
	},
	aliases: { tune_id: id, alias: name },
	tune_popularity: { tune_id: id, tunebooks: count },
	recordings: {
		id,
		artist: optionalText,
		recording: name,
		track: count,
		number: count,
		tune: name,
		tune_id: optionalId,
	},
	sessions: { id, name, ...place, latitude, longitude, date },
	events: {
		id,
		event: name,
		dtstart: requiredDate,
		dtend: date,
		venue: optionalText,
		...place,
		latitude,
		longitude,
	},
	sets: {
		tuneset: id,
		date,
		member_id: optionalId,
		username: optionalText,
		settingorder: count,
		name,
		tune_id: optionalId,
		setting_id: optionalId,
		type: word.transform((value) => value.toLowerCase()),
		meter: word,
		mode: word,
		abc,
	},
} satisfies Record<string, z.ZodRawShape>;

function table(
	tableName: keyof typeof shapes,
	kind: Kind,
	idColumn: string,
	optional: string[] = [],
): CsvTable {
	const shape = shapes[tableName];
	const columns = Object.keys(shape);
	return {
		name: tableName,
		file: `csv/${tableName}.csv`,
		kind,
		row: z.object(shape),
		columns,
		required: columns.filter((column) => !optional.includes(column)),
		id: idColumn,
	};
}

/** The seven tables, smallest dependencies first. */
export const CSV_TABLES: readonly CsvTable[] = [
	table('tunes', 'tunes', 'setting_id', ['composer']),
	table('aliases', 'tunes', 'tune_id'),
	table('tune_popularity', 'tunes', 'tune_id'),
	table('recordings', 'recordings', 'id'),
	table('sessions', 'sessions', 'id'),
	table('events', 'events', 'id'),
	table('sets', 'tunes', 'tuneset'),
];
