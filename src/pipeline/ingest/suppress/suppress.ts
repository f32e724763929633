import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { displayName, nameKey } from '../../../core/names.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';
import type { Suppressed } from '../../../store/suppressed.ts';
import type { Assembly } from '../assemble/assembly.ts';
import { refuseSuppressed } from './refuse-suppressed.ts';
import { stillNamed, type Named } from './still-named.ts';
import type { SuppressList } from './suppress-list.ts';
import { suppressDigest } from './suppress-list.ts';
import { TABLES } from '../../../store/tables.ts';

/** What was removed, without names. */
export interface SuppressResult {
	/** How many were removed, including everything that depends on them. */
	removed: Record<Gone | 'comments', number>;
	/** Entries of the list that match nothing at upstream, `tunes 27` or `members[0]`. */
	unknown: string[];
	/** Texts of others that still contain a suppressed name. */
	stillNamed: Named[];
}

const GONE = [...KINDS, 'settings', 'sets', 'members'] as const;
type Gone = (typeof GONE)[number];

interface GoneMember {
	name: string;
	slug: string;
	/** The number at thesession.org, where upstream gives it. */
	number: number | null;
}

/**
 * Removes from the joined tables what is listed and everything that depends on it: see docs/takedown.md. Call
 * it after members have their addresses, so that nobody gets the address of a removed member, and before
 * anything is derived. Does nothing for an empty list.
 */
export function suppress(
	assembly: Assembly,
	list: SuppressList,
	kinds: readonly Kind[],
): SuppressResult | undefined {
	const asked = suppressDigest(list);
	if (asked === undefined) return undefined;
	const { store } = assembly;
	store.exec(TEMPORARY);
	store.function('name_key', { deterministic: true }, (name) => nameKey(String(name)));
	const unknown = [...insertListed(store, list, kinds), ...insertMembers(assembly, list.members)];
	store.exec(sql('gone.sql'));
	insertTexts(assembly);
	const members = store
		.prepare(
			`SELECT name, slug, number FROM member WHERE id IN (SELECT id FROM gone WHERE what = 'members')`,
		)
		.all() as unknown as GoneMember[];
	const names = store
		.prepare('SELECT name FROM gone_name')
		.all()
		.map(({ name }) => String(name));
	refuseSuppressed(assembly, kinds);
	const removed = countGone(store);
	remember(store, asked, members);
	store.exec(sql('remove.sql'));
	const named = stillNamed(store, [...names, ...members.flatMap(({ name, slug }) => [name, slug])]);
	store.exec(
		['gone', 'gone_comment', 'gone_name', 'gone_abc'].map((t) => `DROP TABLE ${t};`).join(''),
	);
	return { removed, unknown, stillNamed: named };
}

const TEMPORARY = `
	CREATE TEMP TABLE gone (what TEXT, id INTEGER, PRIMARY KEY (what, id)) WITHOUT ROWID;
	CREATE TEMP TABLE gone_comment (
		kind TEXT, thing_id INTEGER, id INTEGER, PRIMARY KEY (kind, thing_id, id)
	) WITHOUT ROWID;
	CREATE TEMP TABLE gone_name (name TEXT PRIMARY KEY) WITHOUT ROWID;
	CREATE TEMP TABLE gone_abc (abc TEXT PRIMARY KEY) WITHOUT ROWID;`;

const TABLE_OF = { ...TABLES, settings: 'setting', sets: 'tuneset' } as const;

/** Marks what is listed by id; returns entries that do not exist. */
function insertListed(store: DatabaseSync, list: SuppressList, kinds: readonly Kind[]): string[] {
	const unknown: string[] = [];
	const insert = store.prepare('INSERT OR IGNORE INTO gone VALUES (?, ?)');
	for (const what of Object.keys(TABLE_OF) as (keyof typeof TABLE_OF)[]) {
		const kind = what === 'settings' || what === 'sets' ? 'tunes' : what;
		const find = store.prepare(`SELECT 1 FROM ${TABLE_OF[what]} WHERE id = ?`);
		for (const id of list[what]) {
			insert.run(what, id);
			if (kinds.includes(kind) && !find.get(id)) unknown.push(`${what} ${id}`);
		}
	}
	const insertComment = store.prepare(
		`INSERT OR IGNORE INTO gone_comment
		SELECT kind, thing_id, id FROM comment WHERE kind = ? AND thing_id = ? AND id = ?`,
	);
	for (const { kind, thingId, id } of list.comments) {
		if (insertComment.run(kind, thingId, id).changes === 0 && kinds.includes(kind))
			unknown.push(`comments ${kind}/${thingId}#comment${id}`);
	}
	return unknown;
}

/**
 * Marks members listed by name in any spelling, by slug, or by `sha256:` and the digest of a spelling of
 * the name; returns the positions of entries that do not exist.
 */
function insertMembers({ store, people }: Assembly, listed: readonly string[]): string[] {
	if (listed.length === 0) return [];
	const wanted = Map.groupBy(
		listed.map((entry, at) => ({ key: nameKey(entry), at })),
		({ key }) => key,
	);
	const insert = store.prepare(`INSERT OR IGNORE INTO gone VALUES ('members', ?)`);
	const found = new Set<number>();
	const spellings = people.spellings();
	for (const row of store.prepare('SELECT id, name, slug FROM member').all()) {
		const id = Number(row['id']);
		const key = nameKey(String(row['name']));
		const digests = [key, ...(spellings.get(id) ?? [])].map((name) => `sha256:${digest(name)}`);
		for (const name of [key, String(row['slug']), ...digests]) {
			for (const { at } of wanted.get(name) ?? []) {
				found.add(at);
				insert.run(id);
			}
		}
	}
	return listed.flatMap((_, at) => (found.has(at) ? [] : [`members[${at}]`]));
}

/** The name keys of removed tunes, as any source writes them, and the ABC of removed settings. */
function insertTexts({ tables, store }: Assembly): void {
	const insertName = store.prepare('INSERT OR IGNORE INTO gone_name VALUES (?)');
	const insertAbc = store.prepare('INSERT OR IGNORE INTO gone_abc VALUES (?)');
	const namesOf = tables.prepare(
		`SELECT name FROM tunes WHERE tune_id = :id
		UNION SELECT tune FROM recordings WHERE tune_id = :id
		UNION SELECT name FROM sets WHERE tune_id = :id`,
	);
	const nameOf = store.prepare('SELECT name, raw_name FROM tune WHERE id = ?');
	for (const id of idsOf(store, 'tunes')) {
		const known = nameOf.get(id);
		const names = [known?.['name'], known?.['raw_name']].concat(
			namesOf.all({ id }).map(({ name }) => name),
		);
		for (const name of names) {
			if (typeof name !== 'string') continue;
			insertName.run(nameKey(name));
			insertName.run(nameKey(displayName(name)));
		}
	}
	const abcOf = tables.prepare(
		'SELECT DISTINCT abc FROM sets WHERE setting_id = ? AND abc IS NOT NULL',
	);
	for (const id of idsOf(store, 'settings'))
		for (const { abc } of abcOf.all(id)) insertAbc.run(String(abc));
}

function countGone(store: DatabaseSync): SuppressResult['removed'] {
	const there = GONE.map((what) => {
		const table = what === 'members' ? 'member' : TABLE_OF[what];
		const row = store
			.prepare(`SELECT count(*) AS n FROM gone JOIN ${table} USING (id) WHERE what = ?`)
			.get(what);
		return [what, Number(row?.['n'])];
	});
	const comments = Number(store.prepare('SELECT count(*) AS n FROM gone_comment').get()?.['n']);
	return Object.fromEntries([...there, ['comments', comments]]) as SuppressResult['removed'];
}

/** Keeps what the server needs to answer that something is gone for good. */
function remember(store: DatabaseSync, list: string, members: readonly GoneMember[]): void {
	const value: Suppressed = {
		list,
		things: Object.fromEntries(
			[...KINDS, 'sets' as const].map((what) => [what, idsOf(store, what)]),
		) as Suppressed['things'],
		members: members
			.flatMap(({ slug, number }) => (number === null ? [slug] : [slug, String(number)]))
			.map(digest)
			.sort(),
	};
	store
		.prepare(`INSERT INTO meta (key, value) VALUES ('suppressed', ?)`)
		.run(JSON.stringify(value));
}

function idsOf(store: DatabaseSync, what: Gone): number[] {
	const rows = store.prepare('SELECT id FROM gone WHERE what = ? ORDER BY id').all(what);
	return rows.map(({ id }) => Number(id));
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function sql(name: string): string {
	return readFileSync(new URL(name, import.meta.url), 'utf8');
}
