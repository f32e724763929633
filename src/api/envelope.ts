/** A page of a list. */
export interface ListPage {
	/** From 1; one past the last is empty. */
	page: number;
	perPage: number;
	/** Things in the whole list. */
	total: number;
	things: readonly object[];
}

/**
 * A page of a list as thesession.org answers it: first what was asked for, as strings, then `pages`,
 * `page` and `total`, then the things under their name. Strict clients read them in this order.
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
