import * as addresses from '../../../core/addresses.ts';
import type { Store } from '../../../store/open.ts';
import { members, once } from '../catalogue.ts';
import { COLUMNS, memberRow } from '../list-rows.ts';
import type { List } from '../list.ts';
import { letterLists } from './letters.ts';

/** Every list of members. */
export const memberLists = once((store: Store): List[] =>
	letterLists(members(store), memberRow, (name) => addresses.letter('members', name), {
		section: 'members',
		unit: 'member',
		columns: COLUMNS.members,
		trail: [],
		heading: 'Members',
	}),
);
