import fc from 'fast-check';
import { KINDS, type Kind } from '../../../src/core/kinds.ts';
import { COLUMNS, quoted, type CsvRow, type TableName } from '../../pipeline/ingest/csv.ts';
import type { CommentText } from '../../pipeline/ingest/pages.ts';
import type { PageParts } from '../pages.ts';
import { baseUpstream, COMMENT, dialect, SETTING, type Upstream } from '../upstream.ts';

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

/** Texts that have broken programs of this field. */
const HOSTILE = [
	'Heron, The',
	'O’Dea',
	"O'Dea",
	'Sea\u0301n',
	'  two  blanks ',
	'tab\tbed',
	'line\nbreak',
	'return\r\nbreak',
	'\u202eturned\u202c',
	'\ufeffmarked',
	'🎻 fiddle',
	'名もなき',
	'<b>bold</b>',
	'</script><script>alert(1)</script>',
	'"quoted" name',
	'""',
	"''",
	'semi;colon',
	'comma, comma',
	'back\\slash',
	'../../up',
	'a/b',
	'%2e%2e',
	'?',
	'#1',
	'&amp;amp;',
	'&nosuch;',
	'NULL',
	'\\N',
	'-',
	'0',
	'null',
	'con',
	'index',
	'new',
	'letters',
	'__proto__',
	'x'.repeat(300),
	'long '.repeat(90),
	']]>',
	'BEGIN:VEVENT',
	'=1+1',
	'%%abc',
	'T:title',
	'\u0000nul',
	'\u001b[31m',
	'half\ud83d',
	'Z' + '\u0301'.repeat(40),
	'العربية',
	'שלום',
];

const word = fc.stringMatching(/^[a-z]{3,8}$/);
/** A plain word now and then, so that there is something to find; otherwise what breaks things. */
const text = fc.oneof(
	{ weight: 4, arbitrary: fc.tuple(word, word).map((words) => words.join(' ')) },
	{
		weight: 4,
		arbitrary: fc.tuple(fc.constantFrom(...HOSTILE), word).map(([odd, plain]) => `${odd} ${plain}`),
	},
	{ weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
);

const MARKUP = [
	'<textarea>',
	'<title>',
	'<style>',
	'<!-- ',
	'<![CDATA[',
	'<a href="',
	'<a href="javascript:alert(1)">x</a>',
	'</div></article>',
	'</main></body></html>',
	'<img src=x onerror=alert(1)>',
	'<b><i><b><i>',
	'<p><p><p>',
	'<ul><li><ul><li>',
	'<table><td>',
	'<svg><g>',
	'&lt;script&gt;',
	'&#0;',
	'<br>'.repeat(50),
	'https://thesession.org/tunes/1.',
	'https://thesession.org/tunes/999999',
	'http://localhost:4321/nowhere',
	'<b>'.repeat(3000),
	'<article id="comment1" class="feed-entry--comment">',
	'<footer>Posted by <span class="nickname">x</span></footer>',
	'<',
	'< <',
	'\u202e',
	'<h1>x</h1>',
	'<p id="main">',
	'<plaintext>',
	'<select><option>',
	'<template>',
	'<iframe src="x">',
];
const markup = fc.oneof(
	fc.constantFrom(...MARKUP),
	fc.array(fc.constantFrom(...MARKUP), { maxLength: 4 }).map((parts) => parts.join(' ')),
	fc.string({ maxLength: 40 }),
	fc.constant(''),
);

const number = fc.oneof(
	fc.constantFrom(
		'0',
		'-0',
		'1.0',
		'1,5',
		'-9.37',
		'91',
		'1e9',
		'NaN',
		'',
		' 12 ',
		'+3',
		'0x10',
		'99999999999999999999',
	),
	fc.integer({ min: -200, max: 200 }).map(String),
);
const date = fc.oneof(
	fc.constantFrom(
		'',
		'2 May 2021',
		'2021-05-02',
		'2021-05-02T10:11:12Z',
		'2021-05-02T10:11:12+02:00',
		'0000-00-00 00:00:00',
		'2021-02-30 10:00:00',
		'9999-12-31 23:59:59',
		'1',
		'May 2nd, 2021',
	),
	fc
		.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
		.map((day) => day.toISOString().slice(0, 19).replace('T', ' ')),
);
const abc = fc.oneof(
	fc.constantFrom(
		'|:G2BG dGBG|',
		'',
		'|',
		'[[[[',
		'"open',
		'(3(3(3GAB',
		'G/0',
		'{gag}',
		'V:9\nG8',
		'K:__proto__\nG8',
		'%%score (\nG8',
		'w: la\nG8',
		'G'.repeat(400),
		'🎻',
	),
	fc
		.array(fc.constantFrom(...'GABcdefgz|:[](){}"!-<>/^_=,\'123468 \n'.split('')), {
			maxLength: 80,
		})
		.map((notes) => notes.join('')),
);

/** What may stand in a column; ids are the things' own. */
const VALUES: Record<string, fc.Arbitrary<string>> = {
	date,
	dtstart: date,
	dtend: date,
	latitude: number,
	longitude: number,
	tunebooks: number,
	abc,
	type: fc.constantFrom('reel', 'jig', 'slip jig', 'polca', '', 'x'.repeat(60)),
	meter: fc.constantFrom('4/4', '6/8', 'C|', '', '6/0', '../4'),
	mode: fc.constantFrom('Gmajor', 'F#minor', 'Bbmajor', '', 'H major', 'g dorian'),
	username: text,
	composer: text,
	address: text,
	town: text,
	area: text,
	country: text,
	venue: text,
	tune: text,
	artist: text,
};

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
