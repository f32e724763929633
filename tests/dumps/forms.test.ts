import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import abcjs from 'abcjs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { abcOf } from '../../src/dumps/abc.ts';
import { checkFile } from '../../src/dumps/check-file.ts';
import { csvOf } from '../../src/dumps/csv.ts';
import type { Written } from '../../src/dumps/dump-file.ts';
import { ndjsonOf } from '../../src/dumps/ndjson.ts';
import { DUMP_TABLES } from '../../src/dumps/tables.ts';
import { writeTexts } from '../../src/dumps/write-file.ts';
import { madeStore } from '../store/made-store.ts';

const root = mkdtempSync(path.join(tmpdir(), 'session-mirror-forms-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const table = (name: string) => {
	const found = DUMP_TABLES.find((each) => each.name === name);
	if (!found) throw new Error(`There is no table ${name}.`);
	return found;
};
const join = (parts: Iterable<Written>): string => [...parts].map(({ text }) => text).join('');

const AWKWARD = [
	'=1+1',
	'-2',
	'@here',
	'a, b',
	'say "so"',
	'two\nlines',
	'old\rlines',
	' kept ',
	'Ó',
];

test('CSV keeps every text as it is, and quotes what would break a line', () => {
	const store = madeStore({ tune: AWKWARD.map((name, id) => ({ id: id + 1, name })) });
	const text = join(csvOf(store, table('tunes')));
	expect(text).toMatch(/^id,name,raw_name,.*\r\n1,=1\+1,/);
	for (const name of ['two\nlines', 'old\rlines']) expect(text).toContain(`"${name}"`);
	const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' });
	expect(rows.map((row) => row['name'])).toEqual(AWKWARD);
	expect(rows[0]?.['composer']).toBe('');
});

test('rows of CSV are counted though they hold line breaks', async () => {
	const store = madeStore({ tune: AWKWARD.map((name, id) => ({ id: id + 1, name })) });
	const file = path.join(root, 'tunes.csv.gz');
	const written = await writeTexts(file, csvOf(store, table('tunes')), () => undefined);
	expect(written.rows).toBe(AWKWARD.length);
	const asSaid = { name: 'tunes.csv.gz', format: 'csv', about: '', ...written } as const;
	await checkFile(file, asSaid);
	await expect(checkFile(file, { ...asSaid, rows: 3 })).rejects.toThrow(
		'holds 9 rows where 3 were',
	);
	writeFileSync(file, gzipSync('id\r\n1\r\n'));
	await expect(checkFile(file, asSaid)).rejects.toThrow('is not what was written');
});

test('lists are lists in NDJSON, and what is unknown is null', () => {
	const store = madeStore({ session: [{ id: 1, schedule: '["Monday"]' }, { id: 2 }] });
	const lines = join(ndjsonOf(store, table('sessions')))
		.trimEnd()
		.split('\n');
	const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(first).toMatchObject({ schedule: ['Monday'], latitude: null });
	expect(second).toMatchObject({ schedule: null, member: null });
});

test('a track without a tune is not lost', () => {
	const store = madeStore({
		recording: [{ id: 1 }],
		track: [
			{ recording_id: 1, track: 1, name: 'A group' },
			{ recording_id: 1, track: 2 },
		],
		track_tune: [{ recording_id: 1, track: 2, position: 1, name: 'The Ford' }],
	});
	const rows = [...ndjsonOf(store, table('tracks'))];
	expect(rows.reduce((sum, each) => sum + each.rows, 0)).toBe(2);
	expect(join(rows)).toContain('"track":1,"track_name":"A group","position":0,"name":null');
	expect(Object.values(store.database.prepare(table('tracks').count).get() ?? {})).toEqual([2]);
});

test('no body of ABC reaches into the next tune', () => {
	const store = madeStore({
		tune: [{ id: 7, name: '50% \\ & &eacute; more', composer: 'A  B' }],
		alias: [{ tune_id: 7, name: 'The Ford', sort: 'ford' }],
		member: [{ id: 1, name: 'Ann', slug: 'ann' }],
		setting: [
			{
				id: 70,
				tune_id: 7,
				abc: 'GABc|\n\n \nX:99\n%%begintext\ndefg|',
				member_id: 1,
				date: '2020-01-02 03:04:05',
			},
			{ id: 71, tune_id: 7, position: 2, abc: 'gfed|' },
		],
	});
	const text = join(abcOf(store, 'reel'));
	expect(new abcjs.TuneBook(text).tunes.map(({ id }) => id)).toEqual(['70', '71']);
	expect(text.slice(text.indexOf('\nX:70'))).toBe(`
X:70
T:50\\% \\\\ & \\&eacute; more
T:The Ford
C:A B
R:reel
M:4/4
L:1/8
S:https://thesession.org/tunes/7#setting70
Z:Ann, 2020-01-02
N:From an unofficial mirror of thesession.org; ODbL 1.0, not for language models
K:Gmaj
GABc|
% X:99
% %%begintext
defg|

X:71
T:50\\% \\\\ & \\&eacute; more
T:The Ford
C:A B
R:reel
M:4/4
L:1/8
S:https://thesession.org/tunes/7#setting71
N:From an unofficial mirror of thesession.org; ODbL 1.0, not for language models
K:Gmaj
gfed|
`);
});
