import { listPage } from '../../core/addresses.ts';

/** The position of a page in its list. */
export interface Pager {
	page: number;
	pages: number;
	/** Things in the whole list. */
	total: number;
	/** Number of the first thing on this page, from 1. */
	from: number;
	/** Number of the last thing on this page. */
	to: number;
	first: string | null;
	previous: string | null;
	next: string | null;
	last: string | null;
}

/** How many pages a list takes; an empty list has none. */
export function pagesOf(total: number, perPage: number): number {
	return Math.ceil(total / perPage);
}

/**
 * The pager of page `page` of the list at `address`. First and last are null where previous and next already
 * lead there.
 */
export function pagerOf(address: string, total: number, perPage: number, page: number): Pager {
	const pages = pagesOf(total, perPage);
	const to = (n: number, when: boolean): string | null => (when ? listPage(address, n) : null);
	return {
		page,
		pages,
		total,
		from: (page - 1) * perPage + 1,
		to: Math.min(page * perPage, total),
		first: to(1, page > 2),
		previous: to(page - 1, page > 1),
		next: to(page + 1, page < pages),
		last: to(pages, page < pages - 1),
	};
}
