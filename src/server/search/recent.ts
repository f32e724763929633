import type { DatabaseSync } from 'node:sqlite';
import type { Kind, ThingRef } from '../../core/kinds.ts';
import type { ActivityRow } from '../../store/api-activity.ts';
import { statement } from './statement.ts';

/** The location of a comment. */
export interface SaidPlace extends ThingRef {
	position: number;
}

/** How many comments there are, on a kind or (null) in all. */
export function countSaid(search: DatabaseSync, kind: Kind | null): number {
	const row = statement(
		search,
		'SELECT coalesce(sum(total), 0) AS n FROM said_total WHERE :kind IS NULL OR kind = :kind',
	).get({ kind });
	return Number(row?.['n']);
}

/** The newest comments, on a kind or (null) in all. */
export function placesSaid(
	search: DatabaseSync,
	kind: Kind | null,
	limit: number,
	offset: number,
): SaidPlace[] {
	const columns = 'SELECT kind, thing_id AS id, position FROM said';
	// Comments overall are numbered without gaps.
	const rows =
		kind === null
			? statement(search, `${columns} WHERE n >= ? ORDER BY n LIMIT ?`).all(offset, limit)
			: statement(search, `${columns} WHERE kind = ? ORDER BY n LIMIT ? OFFSET ?`).all(
					kind,
					limit,
					offset,
				);
	return rows as unknown as SaidPlace[];
}

/** The newest activities of the site or of a section. */
export function recentActivities(
	search: DatabaseSync,
	scope: 'site' | Kind,
	limit: number,
	offset: number,
): ActivityRow[] {
	return statement(
		search,
		'SELECT activity FROM recent WHERE scope = ? AND n >= ? ORDER BY n LIMIT ?',
	)
		.all(scope, offset, limit)
		.map(({ activity }) => JSON.parse(String(activity)) as ActivityRow);
}
