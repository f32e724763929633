import * as addresses from '../../../core/addresses.ts';
import type { Store } from '../../../store/open.ts';
import { discussions, once } from '../catalogue.ts';
import { COLUMNS, discussionRow } from '../list-rows.ts';
import { linesOf, MOST, newestOf, type List } from '../list.ts';
import { mostFirst } from './order.ts';
import { yearLists } from './years.ts';

const DISCUSSIONS = {
	section: 'discussions',
	unit: 'discussion',
	columns: COLUMNS.discussions,
	note: 'The newest first.',
} as const;

/** Every list of discussions. */
export const discussionLists = once((store: Store): List[] => {
	const rows = discussions(store);
	return [
		{
			...DISCUSSIONS,
			...linesOf(newestOf(rows), discussionRow),
			address: addresses.newest('discussions'),
			heading: 'New discussions',
			trail: [],
			related: [],
			original: addresses.original(addresses.newest('discussions')),
		},
		{
			...DISCUSSIONS,
			...linesOf(mostFirst(rows, (row) => row.comments).slice(0, MOST), discussionRow),
			address: addresses.longestDiscussions(),
			heading: 'Longest discussions',
			note: 'Those with the most posts come first.',
			trail: [],
			related: [],
		},
		...yearLists(rows, (row) => row.date, discussionRow, {
			...DISCUSSIONS,
			heading: 'Discussions of',
		}),
	];
});
