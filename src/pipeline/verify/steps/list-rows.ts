import * as addresses from '../../../core/addresses.ts';
import { KINDS } from '../../../core/kinds.ts';
import type { Store } from '../../../store/open.ts';

/**
 * How many things a section's list has, counted with separate SQL and not by the code that writes the list.
 *
 * @param address `/tunes/new`; not the list of upcoming events, which depends on the date
 */
export function listRows({ database }: Store, address: string): number {
	const sql = ROWS.get(address);
	if (sql === undefined) throw new Error(`Nothing counts what ${address} should have.`);
	return Number(database.prepare(`SELECT ${sql}`).get()?.['n']);
}

const ROWS: ReadonlyMap<string, string> = new Map([
	[addresses.newest('tunes'), 'count(*) AS n FROM setting'],
	[addresses.popularTunes(), 'count(*) AS n FROM tune'],
	['/tunes/recordings', 'count(DISTINCT tune_id) AS n FROM track_tune'],
	['/tunes/sets', 'count(*) AS n FROM tuneset'],
	[addresses.newest('recordings'), 'count(*) AS n FROM recording'],
	[addresses.newest('sessions'), 'count(*) AS n FROM session'],
	[addresses.newest('events'), 'count(*) AS n FROM event'],
	[addresses.newest('discussions'), 'count(*) AS n FROM discussion'],
	[addresses.comments(), 'count(*) AS n FROM comment'],
	...KINDS.map(
		(kind) =>
			[addresses.comments(kind), `count(*) AS n FROM comment WHERE kind = '${kind}'`] as const,
	),
]);
