/** A page of a list. */
export interface ListPage {
	/** Counted from 1; a page past the last is empty. */
	page: number;
	perPage: number;
	/** Number of things in the whole list. */
	total: number;
	things: readonly object[];
}

/**
 * A page of a list in thesession.org's form: first the request's parameters, as strings, then `pages`, `page`
 * and `total`, then the things under their name. Strict clients read them in this order.
 */
export function envelope(
	echoed: Readonly<Record<string, string>>,
	list: { array: string },
	{ page, perPage, total, things }: ListPage,
): object {
	return {
		...echoed,
		pages: Math.ceil(total / perPage),
		page,
		total,
		[list.array]: things,
	};
}
