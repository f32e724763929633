import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../core/kinds.ts';
import type { Counts, StoreFacts, TableFacts } from '../../store/facts.ts';
import { SCHEMA_VERSION } from '../../store/open.ts';
import type { Upstream } from '../sync/repository.ts';
import { suppressedIn } from '../../store/suppressed.ts';
import { pagesLeftOut } from './suppress/refuse-suppressed.ts';
import type { SectionState } from './archive/read-archive.ts';
import type { TableState } from './csv/read-tables.ts';
import { lastWhole } from './last-whole.ts';

/**
 * Counts what is in the new store and records where it came from.
 *
 * @param last facts of the previous store, which knows since when something is not current
 */
export function writeFacts(
	store: DatabaseSync,
	kinds: readonly Kind[],
	upstream: Upstream,
	tables: TableState[],
	sections: SectionState[],
	last: StoreFacts | undefined,
): StoreFacts {
	const refused = refusedBySource(store);
	const suppressed = suppressedIn(store);
	const degraded = [...tables, ...sections].some(({ state }) => state !== 'current');
	const facts: StoreFacts = {
		schema: SCHEMA_VERSION,
		verdict: degraded ? 'degraded' : 'good',
		upstream: {
			data: { commit: upstream.data.commit, date: upstream.data.date },
			archive: { commit: upstream.archive.commit, date: upstream.archive.date },
		},
		sections: [...kinds],
		...(suppressed && { suppressed: suppressed.list }),
		counts: countThings(store),
		tables: Object.fromEntries(
			tables.map((table) => [
				table.name,
				tableFacts(
					{ ...table, whole: lastWhole(last, 'data', table.name) },
					table.commit,
					table.read,
					refused.get(`csv/${table.name}.csv`) ?? 0,
				),
			]),
		),
		archive: Object.fromEntries(
			sections.map((section) => [
				section.kind,
				tableFacts(
					{ ...section, whole: lastWhole(last, 'archive', section.kind) },
					upstream.archive.commit,
					section.held,
					section.lost + pagesLeftOut(store, section.kind),
				),
			]),
		),
	};
	store.prepare(`INSERT INTO meta (key, value) VALUES ('facts', ?)`).run(JSON.stringify(facts));
	return facts;
}

function tableFacts(
	{
		state,
		reason,
		gone,
		accepted,
		whole,
	}: Pick<TableFacts, 'state' | 'reason' | 'gone' | 'accepted'> & {
		whole: TableFacts['whole'] | undefined;
	},
	commit: string,
	read: number,
	refused: number,
): TableFacts {
	return {
		state,
		...(reason && { reason }),
		...(gone && { gone }),
		...(accepted !== undefined && { accepted }),
		...(state === 'last-good' && whole && { whole }),
		commit,
		read,
		stored: read - refused,
		refused,
	};
}

function refusedBySource(store: DatabaseSync): Map<string, number> {
	const rows = store.prepare('SELECT source, count(*) AS n FROM refused GROUP BY source').all();
	return new Map(rows.map((row) => [String(row['source']), Number(row['n'])]));
}

function countThings(store: DatabaseSync): Counts {
	const count = (table: string): number =>
		Number(store.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
	return {
		tunes: count('tune'),
		settings: count('setting'),
		aliases: count('alias'),
		recordings: count('recording'),
		artists: count('artist'),
		sessions: count('session'),
		events: count('event'),
		discussions: count('discussion'),
		comments: count('comment'),
		sets: count('tuneset'),
		members: count('member'),
	};
}
