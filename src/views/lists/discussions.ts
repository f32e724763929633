import * as addresses from '../../domain/addresses.ts';
import type { Store } from '../../store/open.ts';
import { discussions, once } from '../catalogue.ts';
import { discussionLine } from '../lines.ts';
import { linesOf, newestOf, type List } from '../list.ts';
import { yearLists } from './years.ts';

const DISCUSSIONS = {
	section: 'discussions',
	unit: 'discussion',
	note: 'The newest first.',
} as const;

/** Every list of discussions. */
export const discussionLists = once((store: Store): List[] => {
	const rows = discussions(store);
	return [
		{
			...DISCUSSIONS,
			...linesOf(newestOf(rows), discussionLine),
			address: addresses.newest('discussions'),
			heading: 'New discussions',
			trail: [],
			related: [],
			original: addresses.original(addresses.newest('discussions')),
		},
		...yearLists(rows, (row) => row.date, discussionLine, {
			...DISCUSSIONS,
			heading: 'Discussions',
		}),
	];
});
