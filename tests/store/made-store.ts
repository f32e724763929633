import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreFacts } from '../../src/store/facts.ts';
import { wrap, type Store } from '../../src/store/open.ts';

const SCHEMA = path.resolve(import.meta.dirname, '../../src/store/schema.sql');

type Value = string | number | null;

/** A store in memory, of rows that name only the columns a test cares about; discussions are a section where there are rows. */
export function madeStore(tables: Record<string, Record<string, Value>[]> = {}): Store {
	const database = new DatabaseSync(':memory:');
	database.exec(readFileSync(SCHEMA, 'utf8'));
	database.exec('PRAGMA foreign_keys = OFF');
	const sections = [...FACTS.sections, ...(tables['discussion'] ? ['discussions'] : [])];
	const facts = { key: 'facts', value: JSON.stringify({ ...FACTS, sections }) };
	for (const [table, rows] of Object.entries({ meta: [facts], ...tables })) {
		for (const row of rows) insert(database, table, { ...DEFAULTS[table], ...row });
	}
	if (!tables['drawing']) database.exec(DRAW_ALL);
	return wrap(database);
}

/** Every setting has its drawing, as ingest leaves it. */
const DRAW_ALL = `INSERT INTO drawing
	SELECT id, '<path d="m0 0h9"/>', 600, 100, NULL, NULL, 16, '67 69 71' FROM setting`;

function insert(database: DatabaseSync, table: string, row: Record<string, Value>): void {
	const columns = Object.keys(row);
	database
		.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
		.run(...Object.values(row));
}

const FACTS = {
	schema: 3,
	verdict: 'good',
	upstream: {
		data: { commit: 'd'.repeat(40), date: '2026-11-14T06:00:00Z' },
		archive: { commit: 'a'.repeat(40), date: '2026-11-14T06:00:00Z' },
	},
	sections: ['tunes', 'recordings', 'sessions', 'events'],
	counts: {
		tunes: 0,
		settings: 0,
		aliases: 0,
		recordings: 0,
		artists: 0,
		sessions: 0,
		events: 0,
		discussions: 0,
		comments: 0,
		sets: 0,
		members: 0,
	},
	tables: {},
	archive: {},
} satisfies StoreFacts;

const NAMED = { sort: 'x', name: 'X' };
const SOURCE = { source: 'both' };

const DEFAULTS: Record<string, Record<string, Value>> = {
	tune: {
		...NAMED,
		...SOURCE,
		raw_name: 'X',
		letter: 'x',
		type: 'reel',
		tunebooks: 0,
		settings: 1,
		recordings: 0,
		sets: 0,
		comments: 0,
	},
	setting: { ...SOURCE, position: 1, meter: '4/4', mode: 'Gmajor', abc: 'GABc|' },
	member: { ...NAMED, letter: 'x' },
	artist: { ...NAMED, letter: 'x', recordings: 1 },
	recording: { ...NAMED, ...SOURCE, letter: 'x', tracks: 1, comments: 0 },
	session: { ...NAMED, ...SOURCE, comments: 0 },
	event: { ...NAMED, ...SOURCE, comments: 0 },
	discussion: { ...NAMED, ...SOURCE, comments: 0 },
	comment: { html: '<p>So it is.</p>' },
	tuneset_tune: { type: 'reel', meter: '4/4', mode: 'Gmajor' },
};
