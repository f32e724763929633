import * as addresses from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { LINES_PER_PAGE } from './list.ts';
import { listsOf } from './lists/of-section.ts';

/** What a script needs to pick a popular tune from the pages of their list. */
export interface Popular {
	address: string;
	total: number;
	perPage: number;
}

/** Null when no popular tunes are known. */
export function popularOf(store: Store): Popular | null {
	const address = addresses.popularTunes();
	const total = listsOf(store, 'tunes').get(address)?.total ?? 0;
	return total > 0 ? { address, total, perPage: LINES_PER_PAGE } : null;
}
