import * as addresses from '../core/addresses.ts';
import { memberBySlug } from '../store/api-members.ts';
import type { Store } from '../store/open.ts';
import { settingRowsOf } from './list-rows.ts';
import { listOf, shapeOf, type ApiList } from './lists.ts';
import { playedSetsOf } from './sets.ts';

/** The orders of a member's list. */
export const ORDERS = ['newest', 'oldest', 'popular'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * A member's additions, list by list; none for an unknown slug. Where popularity is unknown, `popular` means
 * newest first.
 */
export function memberLists(store: Store, slug: string, order: Order = 'newest'): ApiList[] {
	const member = memberBySlug(store, slug)?.id;
	if (member === undefined) return [];
	return addresses.MEMBER_LISTS.map((name) => {
		const { table, array, shape, popular } = LISTS[name];
		const from = `${table} AS thing WHERE member_id = :member`;
		const by = order === 'oldest' ? 'date, id' : 'date DESC, id DESC';
		const first = order === 'popular' && popular ? `${popular} DESC, ` : '';
		return listOf(addresses.memberList(slug, name), array, shape, {
			sql: `id FROM ${from} ORDER BY ${first}${by}`,
			from,
			values: { member },
		});
	});
}

const LISTS = {
	tunes: {
		table: 'setting',
		array: 'settings',
		shape: settingRowsOf,
		popular: '(SELECT tunebooks FROM tune WHERE tune.id = thing.tune_id)',
	},
	recordings: {
		table: 'recording',
		array: 'recordings',
		shape: shapeOf('recordings'),
		popular: 'comments',
	},
	sessions: {
		table: 'session',
		array: 'sessions',
		shape: shapeOf('sessions'),
		popular: 'comments',
	},
	events: { table: 'event', array: 'events', shape: shapeOf('events'), popular: 'comments' },
	discussions: {
		table: 'discussion',
		array: 'discussions',
		shape: shapeOf('discussions'),
		popular: 'comments',
	},
	sets: { table: 'tuneset', array: 'sets', shape: playedSetsOf, popular: null },
} as const;
