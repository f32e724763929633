import { expect } from 'vitest';
import type { TableName } from '../../pipeline/ingest/csv.ts';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { Stored } from '../site.ts';
import { plain, type Table } from '../table-file.ts';
import type { Upstream } from '../upstream.ts';

const TABLES: TableName[] = [
	'tunes',
	'aliases',
	'tune_popularity',
	'recordings',
	'sessions',
	'events',
	'sets',
];

/** Things of each kind, so that a share of them can go. */
const MANY = 40;

const asBefore = (): void => undefined;

/** Files that upstream has published for a table, or may; each is no table of ours. */
const FAULTS: [
	string,
	(table: TableName, upstream: Upstream) => ((table: Table) => string | Buffer) | null,
][] = [
	['is gone', () => null],
	['is empty', () => () => ''],
	[
		'is a pointer of LFS',
		() => () =>
			`version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345678\n`,
	],
	[
		'is the usage of a program',
		() => () =>
			'usage: sqlite-to-csv [-h] [--table TABLE]\n\noptions:\n  -h, --help  show this help\n',
	],
	[
		'is a page of HTML',
		() => () => '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
	],
	['is JSON', () => () => '[{"id":1,"name":"x"}]'],
	['is an archive', () => () => Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 255, 254, 0])],
	[
		'is cut to a twentieth, in the middle of a row',
		(name) => (table) => {
			const all = plain(name)(table);
			return all.slice(0, Math.round(all.length / 20) + table.columns.join().length);
		},
	],
	[
		'holds another table',
		(name, upstream) => () => {
			const other = name === 'sessions' ? 'events' : 'sessions';
			return plain(other)(upstream.tables[other]);
		},
	],
	['holds its header alone', () => (table) => `${table.columns.join(',')}\n`],
	[
		'holds a message of a failed query',
		() => () => 'ERROR: relation does not exist at character 15\n',
	],
];

/** How many rows of a table are in the store. */
const COUNT: Record<TableName, string> = {
	tunes: `SELECT count(*) FROM tune WHERE source <> 'archive'`,
	aliases: 'SELECT count(*) FROM alias',
	tune_popularity: 'SELECT count(*) FROM tune WHERE tunebooks > 0',
	recordings: `SELECT count(*) FROM recording WHERE source <> 'archive'`,
	sessions: `SELECT count(*) FROM session WHERE source <> 'archive'`,
	events: `SELECT count(*) FROM event WHERE source <> 'archive'`,
	sets: 'SELECT count(*) FROM tuneset',
};
const rowsOf = (stored: Stored, table: TableName): number => Number(stored.value(COUNT[table]));

const faulty = FAULTS.flatMap(([name, write], at): Oddity[] =>
	[TABLES[at % 7], TABLES[(at + 3) % 7]].map((table = 'tunes'): Oddity => ({
		name: `${table}.csv ${name} for a week: what was known stays`,
		parts: [table],
		base: MANY,
		change: asBefore,
		next: [
			(upstream) => {
				upstream.tables[table].write = write(table, upstream);
			},
		],
		stored(stored) {
			expect(rowsOf(stored, table)).toBe(40);
			expect(stored.facts().tables[table]?.state).toBe('last-good');
		},
	})),
);

const again = TABLES.map((table): Oddity => ({
	name: `${table}.csv is a pointer of LFS for a week and then good again`,
	parts: [table],
	base: MANY,
	change: asBefore,
	next: [
		(upstream) => {
			upstream.tables[table].write = () => 'version https://git-lfs.github.com/spec/v1\n';
		},
		(upstream) => {
			upstream.tables[table].write = plain(table);
		},
	],
	stored(stored) {
		expect(rowsOf(stored, table)).toBe(40);
		expect(stored.facts().tables[table]?.state).toBe('current');
	},
}));

/** Moderators take things away, from the table and from the archive. */
function prune(kind: 'sessions' | 'discussions', from: number, to: number) {
	return (upstream: Upstream): void => {
		if (kind === 'sessions') {
			const { sessions } = upstream.tables;
			sessions.rows = sessions.rows.filter(({ id }) => Number(id) < from || Number(id) > to);
		}
		for (let id = from; id <= to; id++) upstream.archive.delete(`${kind}/${id}/index.html`);
	};
}

/** Lines that are no rows: what is a row is read, the others are refused. */
const merged: Oddity = {
	name: 'sessions.csv holds a merge that failed',
	parts: ['sessions'],
	change(upstream) {
		upstream.tables.sessions.write = (table) =>
			`<<<<<<< HEAD\n${plain('sessions')(table)}=======\n>>>>>>> main\n`;
	},
	stored: (stored) => expect(rowsOf(stored, 'sessions')).toBe(4),
};

const pruned: Oddity[] = [
	{
		name: 'a tenth of all sessions is pruned',
		parts: ['sessions', 'archive/sessions'],
		base: MANY,
		change: asBefore,
		next: [prune('sessions', 37, 40)],
		stored: (s) => {
			expect(rowsOf(s, 'sessions')).toBe(36);
			expect(s.facts().tables['sessions']?.state).toBe('current');
		},
	},
	{
		name: 'a fifth of all sessions is pruned in four weeks',
		parts: ['sessions', 'archive/sessions'],
		base: MANY,
		change: asBefore,
		next: [
			prune('sessions', 39, 40),
			prune('sessions', 37, 38),
			prune('sessions', 35, 36),
			prune('sessions', 33, 34),
		],
		stored: (s) => {
			expect(rowsOf(s, 'sessions')).toBe(32);
			expect(s.facts().tables['sessions']?.state).toBe('current');
		},
	},
	{
		name: 'one discussion is pruned',
		parts: ['archive/discussions'],
		base: MANY,
		change: asBefore,
		next: [prune('discussions', 40, 40)],
		stored: (s) => {
			expect(s.value('SELECT count(*) FROM discussion')).toBe(39);
			expect(s.facts().archive['discussions']?.state).toBe('current');
		},
	},
	{
		name: 'the archive has no sessions for a week',
		parts: ['archive/sessions'],
		base: MANY,
		change: asBefore,
		next: [
			(upstream) => {
				for (const path of upstream.archive.keys())
					if (path.startsWith('sessions/')) upstream.archive.delete(path);
			},
		],
		stored: (s) => {
			expect(s.value(`SELECT count(*) FROM session WHERE source = 'both'`)).toBe(40);
			expect(s.facts().archive['sessions']?.state).toBe('last-good');
		},
	},
	{
		name: 'every page of events is empty for a week',
		parts: ['archive/events'],
		base: MANY,
		change: asBefore,
		next: [
			(upstream) => {
				for (const path of upstream.archive.keys())
					if (path.startsWith('events/')) upstream.archive.set(path, '');
			},
		],
		stored: (s) => {
			expect(s.value(`SELECT count(*) FROM comment WHERE kind = 'events'`)).toBe(40);
			expect(s.facts().archive['events']?.state).toBe('last-good');
		},
	},
	{
		name: 'half of all sessions vanish for three weeks and are taken to be gone',
		parts: ['sessions', 'archive/sessions'],
		base: MANY,
		change: asBefore,
		next: [prune('sessions', 21, 40), () => undefined, () => undefined, () => undefined],
		stored: (s) => expect(rowsOf(s, 'sessions')).toBe(20),
	},
	{
		name: 'the archive has a file that is no page',
		change: (upstream) =>
			upstream.archive
				.set('tunes/abc/index.html', 'x')
				.set('notes/readme.txt', 'x')
				.set('tunes/007/index.html', 'x'),
		shown: (site) => expect(site.code).toBe(0),
	},
	{
		name: 'the archive has a link for a page',
		change: (upstream, id) =>
			upstream.archive.set(`tunes/${id}/index.html`, '120000:../1/index.html'),
		shown: (site, id) => expect(site.has(`/tunes/${id}`)).toBe(false),
	},
];

export const guards: OddityKind = {
	title: '11: faults and prunings',
	rows: [...faulty, ...again, merged, ...pruned],
};
