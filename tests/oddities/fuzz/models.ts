import fc from 'fast-check';
import { KINDS, type Kind } from '../../../src/core/kinds.ts';
import { COLUMNS, quoted, type CsvRow, type TableName } from '../../pipeline/ingest/csv.ts';
import type { CommentText } from '../../pipeline/ingest/pages.ts';
import type { PageParts } from '../pages.ts';
import { dialect } from '../table-file.ts';
import { baseUpstream, COMMENT, SETTING, type Upstream } from '../upstream.ts';
import { date, markup, text, VALUES, word } from './values.ts';

// Random upstreams, made of the same pieces as the table: plain data, so that fast-check can shrink it.

/** One thing: which of the two sources has it, and what is odd in it. */
interface ThingModel {
	kind: Kind;
	inCsv: boolean;
	inArchive: boolean;
	row: Record<string, string>;
	name: string;
	member: string;
	artist: string;
	comments: { before: string; markup: string; behind: string; member: string; date: string }[];
	sets: number;
	alias: string;
}

/** How a table is written. */
interface DialectModel {
	table: TableName;
	delimiter: string;
	end: string;
	always: boolean;
	capitals: boolean;
	decimals: boolean;
	first: string;
	/** Columns that pages can do without and that are left out. */
	lacks: string[];
}

export interface UpstreamModel {
	things: ThingModel[];
	dialects: DialectModel[];
	/** Run the whole mirror, not ingest alone. */
	whole: boolean;
}

const TABLE_OF: Record<Kind, TableName | null> = {
	tunes: 'tunes',
	recordings: 'recordings',
	sessions: 'sessions',
	events: 'events',
	discussions: null,
};

const thing = fc.constantFrom(...KINDS).chain((kind) => {
	const table = TABLE_OF[kind];
	const columns = table ? COLUMNS[table].split(',').filter((column) => VALUES[column]) : [];
	const values = Object.fromEntries(columns.map((column) => [column, VALUES[column] ?? text]));
	return fc.record<ThingModel>({
		kind: fc.constant(kind),
		inCsv: fc.boolean(),
		inArchive: fc.boolean(),
		row: fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>,
		name: text,
		member: text,
		artist: text,
		comments: fc.array(fc.record({ before: word, markup, behind: word, member: text, date }), {
			maxLength: 4,
		}),
		sets: fc.integer({ min: 0, max: 2 }),
		alias: text,
	});
});

const OPTIONAL = [
	'username',
	'date',
	'composer',
	'latitude',
	'longitude',
	'address',
	'town',
	'area',
];

const tableDialect = fc.constantFrom(...(Object.keys(COLUMNS) as TableName[])).chain((table) =>
	fc.record<DialectModel>({
		table: fc.constant(table),
		delimiter: fc.constantFrom(',', ';', '\t', '|'),
		end: fc.constantFrom('\n', '\r\n'),
		always: fc.boolean(),
		capitals: fc.boolean(),
		decimals: fc.boolean(),
		first: fc.constantFrom('', '\ufeff'),
		lacks: fc.subarray(COLUMNS[table].split(',').filter((column) => OPTIONAL.includes(column))),
	}),
);

/** Every `every`th runs whole. */
export function upstreams(every: number): fc.Arbitrary<UpstreamModel> {
	return fc.record<UpstreamModel>({
		things: fc.array(thing, { minLength: 1, maxLength: 25 }),
		dialects: fc.uniqueArray(tableDialect, { maxLength: 2, selector: (one) => one.table }),
		whole: fc.noShrink(fc.integer({ min: 1, max: every }).map((n) => n === 1)),
	});
}

/** Numbers of random things are from here on. */
const FIRST = 1000;

/** The upstream that a model means. */
export function upstreamOf({ things, dialects }: UpstreamModel): Upstream {
	const upstream = baseUpstream();
	things.forEach((model, at) => add(upstream, FIRST + at * 1000, model));
	for (const model of dialects) speak(upstream, model);
	return upstream;
}

function add(upstream: Upstream, id: number, model: ThingModel): void {
	const comments = model.comments.map((comment, at): CommentText => ({
		id: id + COMMENT + at,
		html: `<p>${comment.before} ${comment.markup} ${comment.behind}</p>`,
		member: comment.member.replaceAll('<', '&lt;'),
		date: comment.date,
	}));
	const parts: PageParts = { name: model.name, member: model.member, comments };
	const inArchive = model.inArchive || !model.inCsv;
	const row: CsvRow | null = model.inCsv ? { ...model.row } : null;
	const page = inArchive ? parts : null;
	const told = upstream.texts.length;
	if (model.kind === 'tunes')
		upstream.tune(
			id,
			row && { ...row, name: model.name },
			page && { ...parts, settings: [{ id: id + SETTING }] },
		);
	else if (model.kind === 'recordings')
		upstream.recording(
			id,
			row && { ...row, recording: model.name },
			page && { ...parts, artist: model.artist },
		);
	else if (model.kind === 'sessions')
		upstream.session(id, row && { ...row, name: model.name }, page);
	else if (model.kind === 'events') upstream.event(id, row && { ...row, event: model.name }, page);
	else upstream.discussion(id, parts);
	// What markup swallows is not told apart here: of a comment, the word before it is to be found.
	upstream.texts.length = told;
	if (row || inArchive || model.kind === 'discussions')
		upstream.text(`/${model.kind}/${id}`, model.name, [id, id + SETTING]);
	if (inArchive || model.kind === 'discussions')
		model.comments.forEach((comment, at) =>
			upstream.text(`/${model.kind}/${id}`, comment.before, [id, id + COMMENT + at]),
		);
	if (model.kind !== 'tunes') return;
	upstream.alias(id, model.alias);
	for (let n = 0; n < model.sets; n++)
		upstream.set(id + n, {
			username: model.member,
			tune_id: id,
			setting_id: id + SETTING,
			name: model.name,
		});
}

function speak(upstream: Upstream, model: DialectModel): void {
	const table = upstream.tables[model.table];
	table.columns = table.columns.filter((column) => !model.lacks.includes(column));
	const always = model.always || model.delimiter !== ',';
	table.write = dialect({
		delimiter: model.delimiter,
		end: model.end,
		first: model.first,
		head: (name) => (model.capitals ? name.toUpperCase() : name),
		cell: (value, column) =>
			quoted(model.decimals && column.endsWith('tude') ? value.replace('.', ',') : value, always),
	});
}
