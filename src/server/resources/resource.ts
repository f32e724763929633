import type { ActivityScope } from '../../api/activity.ts';
import type { ApiList } from '../../api/lists.ts';
import type { Store } from '../../store/open.ts';
import type { Query } from '../parameters.ts';
import type { Books } from '../snapshot.ts';

/** What an address names as data. */
export type Resource = (
	| { is: 'item'; item: object }
	| { is: 'list'; list: ServedList }
	| { is: 'activity'; scope: ActivityScope }
) & {
	/** Of its feed. */
	title: string;
	/** The page that shows a reader the same or the nearest there is; null where there is none. */
	page: string | null;
	/** Of its Atom feed, however it was asked for; else the address that was asked for, and its form. */
	feed?: string;
};

/** A list as it is asked for. */
export interface ServedList {
	array: string;
	read: (limit: number, offset: number) => { total: number; things: object[] };
}

/** What is asked for. */
export interface Asked {
	books: Books;
	/** The segments of an address after the section, without a form. */
	path: readonly string[];
	query: Query;
}

export function served(store: Store, list: ApiList): ServedList {
	return {
		array: list.array,
		read(limit, offset) {
			const total = list.total(store);
			// SQLite reads all that it passes over.
			return { total, things: offset < total ? list.page(store, limit, offset) : [] };
		},
	};
}

/** `27`, as addresses have it; undefined for anything else. */
export function readId(segment: string | undefined): number | undefined {
	return segment !== undefined && /^(0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : undefined;
}
