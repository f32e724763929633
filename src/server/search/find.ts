import type { DatabaseSync } from 'node:sqlite';
import { sortKey } from '../../core/names.ts';
import { KeptOrders } from './kept-orders.ts';
import type { Searched } from './search-file.ts';
import { statement } from './statement.ts';
import { matchExpression, soughtWords } from './words.ts';

/** A search; without words it finds everything, with a type or a mode only tunes of it. */
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
 * A part of the results: first exact names, then names with all words, then things with all words anywhere;
 * the best known first in each group.
 */
export function find(
	database: DatabaseSync,
	{ of, text, type, mode }: Sought,
	limit: number,
	offset: number,
): Found {
	const words = soughtWords(text);
	// Punctuation alone contains no words, so nothing matches.
	if (words.length === 0 && text.trim() !== '') return { total: 0, ids: [] };
	const filters = { ...(type !== undefined && { type }), ...(mode !== undefined && { mode }) };
	const order = keptOf(database).get(JSON.stringify([of, words, filters]), () =>
		words.length > 0
			? byWords(database, of, words, sortKey(text), filters)
			: ranks(database, `SELECT k.rank FROM known_${of} AS k WHERE ${where(filters)}`, filters),
	);
	const ids = statement(
		database,
		`SELECT k.id FROM json_each(?) AS wanted JOIN known_${of} AS k ON k.rank = wanted.value
		ORDER BY wanted.key`,
	)
		.all(JSON.stringify([...order.subarray(offset, offset + limit)]))
		.map(({ id }) => Number(id));
	return { total: order.length, ids };
}

type Filters = Record<string, string>;

function byWords(
	database: DatabaseSync,
	of: Searched,
	words: readonly string[],
	sort: string,
	filters: Filters,
): Int32Array {
	const match = matchExpression(words);
	const matching = (expression: string): Int32Array =>
		ranks(
			database,
			`SELECT w.rowid AS rank FROM words_${of} AS w CROSS JOIN known_${of} AS k ON k.rank = w.rowid
			WHERE w.words_${of} MATCH :match AND ${where(filters)}`,
			{ ...filters, match: expression },
		);
	const anywhere = matching(match);
	const named = matching(`name : (${match})`);
	const exact = ranks(database, `SELECT rank FROM known_${of} WHERE sort = :sort`, { sort });
	const all = new Set(anywhere);
	const first = [...exact].filter((rank) => all.has(rank));
	// A set keeps the order of first insertion.
	return Int32Array.from(new Set([...first, ...named, ...anywhere]));
}

function where(filters: Filters): string {
	const conditions = Object.keys(filters).map((name) => FILTERS[name]);
	return ['TRUE', ...conditions].join(' AND ');
}

const FILTERS: Record<string, string> = {
	type: 'k.type = :type',
	mode: 'k.rank IN (SELECT rank FROM tune_mode WHERE mode = :mode)',
};

/** The ranks that a query selects, ascending; as one text, because there can be tens of thousands. */
function ranks(database: DatabaseSync, sql: string, values: Filters): Int32Array {
	const row = statement(
		database,
		`SELECT json_group_array(rank) AS ranks FROM (${sql} ORDER BY rank)`,
	).get(values);
	return Int32Array.from(JSON.parse(String(row?.['ranks'])) as number[]);
}

const kept = new WeakMap<DatabaseSync, KeptOrders>();

function keptOf(database: DatabaseSync): KeptOrders {
	const orders = kept.get(database) ?? new KeptOrders();
	kept.set(database, orders);
	return orders;
}
