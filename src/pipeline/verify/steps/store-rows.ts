import type { Kind } from '../../../core/kinds.ts';
import { KINDS } from '../../../core/kinds.ts';
import type { Counts } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';

const TABLES: Record<keyof Counts, string> = {
	tunes: 'tune',
	settings: 'setting',
	aliases: 'alias',
	recordings: 'recording',
	artists: 'artist',
	sessions: 'session',
	events: 'event',
	discussions: 'discussion',
	comments: 'comment',
	sets: 'tuneset',
	members: 'member',
};

/** The contents of the store, counted here rather than taken from its facts. */
export function countRows({ database }: Store): Counts {
	const count = ([name, table]: [string, string]): [string, number] => [
		name,
		Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']),
	];
	return Object.fromEntries(Object.entries(TABLES).map(count)) as unknown as Counts;
}

export function thingIds({ database }: Store, kind: Kind): number[] {
	const rows = database.prepare(`SELECT id FROM ${TABLES[kind]}`).iterate();
	return Array.from(rows, (row) => Number(row['id']));
}

/** How many settings of each tune could be drawn. */
export function* drawnSettings({ database }: Store): Generator<{ tuneId: number; staves: number }> {
	const select = database.prepare(
		`SELECT s.tune_id, count(d.svg) AS staves
		FROM setting s LEFT JOIN drawing d ON d.setting_id = s.id GROUP BY s.tune_id`,
	);
	for (const row of select.iterate())
		yield { tuneId: Number(row['tune_id']), staves: Number(row['staves']) };
}

/** A setting of a tune or a comment on a thing. */
export interface ThingPart {
	kind: Kind;
	thingId: number;
	part: 'setting' | 'comment';
	id: number;
}

/** Every part of every thing; parts of one thing are consecutive, settings and comments separately. */
export function* partsOfThings({ database }: Store): Generator<ThingPart> {
	const settings = database.prepare('SELECT tune_id, id FROM setting ORDER BY tune_id');
	for (const row of settings.iterate()) {
		yield {
			kind: 'tunes',
			thingId: Number(row['tune_id']),
			part: 'setting',
			id: Number(row['id']),
		};
	}
	const comments = database.prepare(
		'SELECT thing_id, id FROM comment WHERE kind = ? ORDER BY thing_id, position',
	);
	for (const kind of KINDS) {
		for (const row of comments.iterate(kind))
			yield { kind, thingId: Number(row['thing_id']), part: 'comment', id: Number(row['id']) };
	}
}
