import type { Kind } from '../core/kinds.ts';
import type { Store } from './open.ts';
import { TABLES } from './tables.ts';

/** What search knows about a thing besides its text. */
export interface SearchRow {
	id: number;
	name: string;
	/** When it was added; for an event, when it begins. */
	date: string | null;
	/** When the newest comment was made; null when there is none. */
	talk: string | null;
	comments: number;
	/** Of tunes: */
	type: string | null;
	/** The composer's slug; see composerNames. */
	composerSlug: string | null;
	tunebooks: number;
	/** Of sessions and events: */
	country: string | null;
}

export interface SettingFacts {
	tuneId: number;
	meter: string;
	mode: string;
	abc: string;
}

/** All things of a kind, by id. */
export function searchRows(store: Store, kind: Kind): SearchRow[] {
	return store.database
		.prepare(`${COLUMNS[kind]} ORDER BY t.id`)
		.all(kind) as unknown as SearchRow[];
}

/** All settings; those of one tune are consecutive. */
export function settingFacts(store: Store): Iterable<SettingFacts> {
	return store.database
		.prepare('SELECT tune_id AS tuneId, meter, mode, abc FROM setting ORDER BY tune_id, id')
		.iterate() as Iterable<unknown> as Iterable<SettingFacts>;
}

const TALK =
	'(SELECT max(date) FROM comment c WHERE c.kind = ? AND c.thing_id = t.id) AS talk, t.comments';
const NO_TUNE = 'NULL AS type, NULL AS composerSlug, 0 AS tunebooks';

const COLUMNS: Record<Kind, string> = {
	tunes: `SELECT t.id, t.name, t.date, ${TALK}, t.type, t.composer_slug AS composerSlug, t.tunebooks, NULL AS country FROM tune t`,
	recordings: `SELECT t.id, t.name, t.date, ${TALK}, ${NO_TUNE}, NULL AS country FROM recording t`,
	sessions: `SELECT t.id, t.name, t.date, ${TALK}, ${NO_TUNE}, t.country FROM session t`,
	events: `SELECT t.id, t.name, coalesce(t.starts, t.date) AS date, ${TALK}, ${NO_TUNE}, t.country FROM event t`,
	discussions: `SELECT t.id, t.name, t.date, ${TALK}, ${NO_TUNE}, NULL AS country FROM discussion t`,
};

/** How many things of a kind have comments. */
export function countTalkedOf(store: Store, kind: Kind): number {
	const row = store.database
		.prepare(`SELECT count(*) AS n FROM ${TABLES[kind]} WHERE comments > 0`)
		.get();
	return Number(row?.['n']);
}
