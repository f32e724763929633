import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** Something that somebody added or wrote. */
export interface ActivityRow {
	/** What was added: a setting, a comment, a set, or a thing of a kind. */
	what: 'settings' | 'comments' | 'sets' | Kind;
	id: number;
	date: string;
	/** The thing it belongs to, or is itself. */
	kind: Kind | null;
	thingId: number;
	/** The name of that thing. */
	name: string;
	member: string | null;
	number: number | null;
}

/** Whose activity: of one thing, one kind, one member or (all undefined) the whole site. */
export interface ActivityFilter {
	kind?: Kind;
	thingId?: number;
	/** The store's own id. */
	memberId?: number;
}

/** The newest `limit` activities, by date, what and id; undated ones are left out. */
export function newestActivities(
	store: Store,
	filter: ActivityFilter,
	limit: number,
): ActivityRow[] {
	const sources = SOURCES.filter(
		({ kind, ofThing }) =>
			(filter.kind === undefined || kind === 'any' || kind === filter.kind) &&
			(filter.thingId === undefined || ofThing !== null),
	);
	return sources
		.flatMap((source) => newest(store, source, filter, limit))
		.sort(byDate)
		.slice(0, limit);
}

interface Source {
	what: ActivityRow['what'];
	kind: Kind | 'any' | null;
	table: string;
	/** The column with the id of the thing it belongs to; null where it belongs to none. */
	ofThing: string | null;
	/** SQL of the thing's name. */
	name: string;
}

const OF_COMMENT = `CASE x.kind
	WHEN 'tunes' THEN (SELECT name FROM tune WHERE id = x.thing_id)
	WHEN 'recordings' THEN (SELECT name FROM recording WHERE id = x.thing_id)
	WHEN 'sessions' THEN (SELECT name FROM session WHERE id = x.thing_id)
	WHEN 'events' THEN (SELECT name FROM event WHERE id = x.thing_id)
	ELSE (SELECT name FROM discussion WHERE id = x.thing_id) END`;

const OF_SET = `(SELECT group_concat(name, ' / ' ORDER BY position) FROM tuneset_tune
	WHERE tuneset_id = x.id)`;

const SOURCES: readonly Source[] = [
	{
		what: 'settings',
		kind: 'tunes',
		table: 'setting',
		ofThing: 'tune_id',
		name: '(SELECT name FROM tune WHERE id = x.tune_id)',
	},
	{ what: 'recordings', kind: 'recordings', table: 'recording', ofThing: 'id', name: 'x.name' },
	{ what: 'sessions', kind: 'sessions', table: 'session', ofThing: 'id', name: 'x.name' },
	{ what: 'events', kind: 'events', table: 'event', ofThing: 'id', name: 'x.name' },
	{ what: 'discussions', kind: 'discussions', table: 'discussion', ofThing: 'id', name: 'x.name' },
	{ what: 'comments', kind: 'any', table: 'comment', ofThing: 'thing_id', name: OF_COMMENT },
	{ what: 'sets', kind: null, table: 'tuneset', ofThing: null, name: OF_SET },
];

function newest(
	store: Store,
	source: Source,
	filter: ActivityFilter,
	limit: number,
): ActivityRow[] {
	const { what, kind, table, ofThing, name } = source;
	const isComment = kind === 'any';
	const conditions = ['date IS NOT NULL'];
	const values: Record<string, string | number> = { limit };
	if (isComment && filter.kind !== undefined) {
		conditions.push('kind = :kind');
		values['kind'] = filter.kind;
	}
	if (filter.thingId !== undefined) {
		conditions.push(`${String(ofThing)} = :thing`);
		values['thing'] = filter.thingId;
	}
	if (filter.memberId !== undefined) {
		conditions.push('member_id = :member');
		values['member'] = filter.memberId;
	}
	const rows = prepared(
		store,
		`SELECT x.id, x.date, ${ofThing === null ? 'x.id' : `x.${ofThing}`} AS thingId,
			${isComment ? 'x.kind' : kind === null ? 'NULL' : `'${kind}'`} AS kind, ${name} AS name,
			m.name AS member, m.number
		FROM (SELECT * FROM ${table} WHERE ${conditions.join(' AND ')}
			ORDER BY date DESC, id DESC LIMIT :limit) x
		LEFT JOIN member m ON m.id = x.member_id ORDER BY x.date DESC, x.id DESC`,
	).all(values) as unknown as Omit<ActivityRow, 'what'>[];
	return rows.map((row) => ({ what, ...row }));
}

function byDate(a: ActivityRow, b: ActivityRow): number {
	if (a.date !== b.date) return a.date < b.date ? 1 : -1;
	if (a.what !== b.what) return a.what < b.what ? -1 : 1;
	return b.id - a.id;
}
