import type { ActivityScope } from '../../api/activity.ts';
import type { ApiList } from '../../api/lists.ts';
import type { Store } from '../../store/open.ts';
import type { Query } from '../parameters.ts';
import type { Snapshot } from '../snapshot.ts';

/** The data at an address. */
export type Resource = (
	| { is: 'item'; item: object }
	| { is: 'list'; list: ServedList }
	| { is: 'activity'; scope: ActivityScope }
) & {
	/** Title of its feed. */
	title: string;
	/** The page that shows the same, or comes nearest; null where there is none. */
	page: string | null;
	/** Address of its Atom feed, however it was requested; the requested address and format if absent. */
	feed?: string;
};

/** A list as it is requested. */
export interface ServedList {
	array: string;
	read: (limit: number, offset: number) => { total: number; things: object[] };
}

/** A request for data. */
export interface Asked {
	snapshot: Snapshot;
	/** The segments of an address after the section, without a format. */
	path: readonly string[];
	query: Query;
}

export function served(store: Store, list: ApiList): ServedList {
	return {
		array: list.array,
		read(limit, offset) {
			const total = list.total(store);
			// SQLite reads every row that it skips.
			return { total, things: offset < total ? list.page(store, limit, offset) : [] };
		},
	};
}

/** `27`, as addresses have it; undefined for anything else. */
export function readId(segment: string | undefined): number | undefined {
	return segment !== undefined && /^(0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : undefined;
}
