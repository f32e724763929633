import * as addresses from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { LINES_PER_PAGE } from './list.ts';
import { listsOf } from './lists/of-section.ts';

/** What a script needs to pick one of the popular tunes from the pages of their list. */
export interface Popular {
	address: string;
	total: number;
	perPage: number;
}

/** Null where no tune is known to be popular. */
export function popularOf(store: Store): Popular | null {
	const address = addresses.popularTunes();
	const total = listsOf(store, 'tunes').get(address)?.total ?? 0;
	return total > 0 ? { address, total, perPage: LINES_PER_PAGE } : null;
}
