import type { DatabaseSync } from 'node:sqlite';
import type { Doubt, Taken } from './judge.ts';
import type { Version } from './losses.ts';

/** What the guard remembers from run to run, by table or section, in a database of its caller. */
export class Judgements {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
		database.exec(SCHEMA);
	}

	/** What went when a commit was taken; empty if it is not the last one taken. */
	lossesOf(name: string, commit: string): Taken {
		const row = this.#database
			.prepare('SELECT gone, accepted FROM judgement WHERE name = ? AND commit_id = ?')
			.get(name, commit);
		if (!row) return { gone: 0 };
		const gone = Number(row['gone']);
		return row['accepted'] === null ? { gone } : { gone, accepted: String(row['accepted']) };
	}

	/** Records that the version of this commit was taken. */
	take(name: string, commit: string, { gone, accepted }: Taken): void {
		this.#database
			.prepare(
				'INSERT OR REPLACE INTO judgement (name, commit_id, gone, accepted) VALUES (?, ?, ?, ?)',
			)
			.run(name, commit, gone, accepted ?? null);
		this.clearDoubt(name);
	}

	/** Remembers which ids went with a version that was taken, so that a site may be without them. */
	remember(name: string, before: Iterable<number>, now: ReadonlySet<number>): void {
		const insert = this.#database.prepare('INSERT OR IGNORE INTO gone_id (name, id) VALUES (?, ?)');
		for (const id of before) if (!now.has(id)) insert.run(name, id);
		const forget = this.#database.prepare('DELETE FROM gone_id WHERE name = ? AND id = ?');
		for (const id of this.gone(name)) if (now.has(id)) forget.run(name, id);
	}

	/** Ids that once existed and went with a version that was taken. */
	gone(name: string): Set<number> {
		const rows = this.#database.prepare('SELECT id FROM gone_id WHERE name = ?').all(name);
		return new Set(rows.map((row) => Number(row['id'])));
	}

	doubtOf(name: string): Doubt | undefined {
		const row = this.#database
			.prepare('SELECT since, version FROM doubted_version WHERE name = ?')
			.get(name);
		if (!row) return undefined;
		const { things, ...version } = JSON.parse(String(row['version'])) as StoredVersion;
		return { since: String(row['since']), version: { ...version, things: new Map(things) } };
	}

	doubt(name: string, { since, version }: Doubt): void {
		const stored: StoredVersion = { ...version, things: [...version.things] };
		this.#database
			.prepare('INSERT OR REPLACE INTO doubted_version (name, since, version) VALUES (?, ?, ?)')
			.run(name, since, JSON.stringify(stored));
	}

	clearDoubt(name: string): void {
		this.#database.prepare('DELETE FROM doubted_version WHERE name = ?').run(name);
	}
}

type StoredVersion = Omit<Version, 'things'> & { things: [id: number, digest: number][] };

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS judgement (
		name TEXT PRIMARY KEY,
		commit_id TEXT NOT NULL,
		gone INTEGER NOT NULL,
		accepted TEXT
	) STRICT;
	CREATE TABLE IF NOT EXISTS gone_id (
		name TEXT NOT NULL, -- tunes, settings, ...
		id INTEGER NOT NULL,
		PRIMARY KEY (name, id)
	) STRICT, WITHOUT ROWID;
	CREATE TABLE IF NOT EXISTS doubted_version (
		name TEXT PRIMARY KEY,
		since TEXT NOT NULL,
		version TEXT NOT NULL -- JSON: rows, things, filled
	) STRICT;`;
