import type { DatabaseSync } from 'node:sqlite';
import { sortKey } from '../../../src/domain/names.ts';
import type { Searched } from './search-file.ts';
import { statement } from './statement.ts';
import { matchExpression, soughtWords } from './words.ts';

/** What is looked for; without words it is everything, with a type or a mode only tunes of it. */
export interface Sought {
	of: Searched;
	text: string;
	type?: string | undefined;
	mode?: string | undefined;
}

export interface Found {
	total: number;
	ids: number[];
}

/**
 * Some of what is found: first what has just that name, then what has all words in its name, then what has
 * them anywhere; each of them the best known first.
 */
export function find(database: DatabaseSync, sought: Sought, limit: number, offset: number): Found {
	const words = soughtWords(sought.text);
	// Signs alone are no words: nothing has them.
	if (words.length === 0 && sought.text.trim() !== '') return { total: 0, ids: [] };
	const { of } = sought;
	const values: Record<string, string> = {
		...(words.length > 0 && {
			all: matchExpression(words),
			name: `name : (${matchExpression(words)})`,
			sort: sortKey(sought.text),
		}),
		...(sought.type !== undefined && { type: sought.type }),
		...(sought.mode !== undefined && { mode: sought.mode }),
	};
	const anywhere = filtered(sought, words.length > 0 ? [matches(of, 'all')] : []);
	const total = Number(
		statement(database, `SELECT count(*) AS n FROM known_${of} WHERE ${anywhere}`).get(
			only(values, anywhere),
		)?.['n'],
	);
	const tiers = words.length > 0 ? tiersOf(of, anywhere) : [anywhere];
	const ids: number[] = [];
	let skip = offset;
	for (const tier of offset < total ? tiers : []) {
		if (ids.length === limit) break;
		const sql = `SELECT id FROM known_${of} WHERE ${tier} ORDER BY rank LIMIT :limit OFFSET :skip`;
		const rows = statement(database, sql).all({
			...only(values, tier),
			limit: limit - ids.length,
			skip,
		});
		ids.push(...rows.map(({ id }) => Number(id)));
		if (rows.length > 0 || tier === tiers.at(-1)) {
			skip = 0;
			continue;
		}
		const size = `SELECT count(*) AS n FROM known_${of} WHERE ${tier}`;
		skip -= Number(statement(database, size).get(only(values, tier))?.['n']);
	}
	return { total, ids };
}

/** Each tier without those before it. */
function tiersOf(of: Searched, anywhere: string): string[] {
	const exact = 'sort = :sort';
	const inName = matches(of, 'name');
	return [
		`${exact} AND ${anywhere}`,
		`NOT ${exact} AND ${inName} AND ${anywhere}`,
		`NOT ${exact} AND NOT ${inName} AND ${anywhere}`,
	];
}

function matches(of: Searched, value: 'all' | 'name'): string {
	return `rank IN (SELECT rowid FROM words_${of} WHERE words_${of} MATCH :${value})`;
}

function filtered({ type, mode }: Sought, conditions: string[]): string {
	if (type !== undefined) conditions.push('type = :type');
	if (mode !== undefined)
		conditions.push('rank IN (SELECT rank FROM tune_mode WHERE mode = :mode)');
	return conditions.length > 0 ? conditions.join(' AND ') : 'TRUE';
}

/** SQLite takes no value that its statement does not name. */
function only(values: Record<string, string>, sql: string): Record<string, string> {
	return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`:${name}`)));
}
