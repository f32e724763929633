import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../core/kinds.ts';
import { newestActivities } from '../../store/api-activity.ts';
import type { Store } from '../../store/open.ts';

/** How many of the newest activities of the site, and of a section, can be requested. */
const RECENT = 2500;

/**
 * Writes recent activity, which would otherwise mean reading through the store: `said` has every comment, the
 * newest first, and `recent` the newest activities of each scope.
 */
export function writeRecent(store: Store, database: DatabaseSync, kinds: readonly Kind[]): void {
	database.exec(`
		CREATE TABLE said (
			n INTEGER PRIMARY KEY, kind TEXT NOT NULL, thing_id INTEGER NOT NULL, position INTEGER NOT NULL
		) STRICT;
		CREATE TABLE said_total (kind TEXT PRIMARY KEY, total INTEGER NOT NULL) STRICT, WITHOUT ROWID;
		CREATE TABLE recent (
			scope TEXT NOT NULL, n INTEGER NOT NULL, activity TEXT NOT NULL, PRIMARY KEY (scope, n)
		) STRICT, WITHOUT ROWID`);
	const say = database.prepare('INSERT INTO said VALUES (?, ?, ?, ?)');
	const comments = store.database.prepare(
		'SELECT kind, thing_id AS id, position FROM comment ORDER BY date DESC, id DESC, kind',
	);
	let n = 0;
	for (const { kind, id, position } of comments.iterate())
		say.run(n++, String(kind), Number(id), Number(position));
	database.exec(`CREATE INDEX said_kind ON said (kind, n);
		INSERT INTO said_total SELECT kind, count(*) FROM said GROUP BY kind`);

	const happen = database.prepare('INSERT INTO recent VALUES (?, ?, ?)');
	for (const kind of [null, ...kinds])
		newestActivities(store, kind === null ? {} : { kind }, RECENT).forEach((row, at) =>
			happen.run(kind ?? 'site', at, JSON.stringify(row)),
		);
}
