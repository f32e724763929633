import { envelope } from '../../api/envelope.ts';
import { PER_PAGE } from '../../api/limits.ts';
import type { ApiList } from '../../api/lists.ts';
import { listFile } from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { documentFiles, type DocumentOptions, type ApiFile } from './document-files.ts';

/**
 * The pages of a list. For a list cut off after `deepest` pages, `total` and `pages` count only what can be
 * fetched. An empty list has one page.
 */
export function* listFiles(
	store: Store,
	list: ApiList,
	options: DocumentOptions,
	deepest = Infinity,
): Generator<ApiFile> {
	const total = Math.min(list.total(store), deepest * PER_PAGE);
	const pages = Math.max(1, Math.ceil(total / PER_PAGE));
	for (let page = 1; page <= pages; page++) {
		yield* documentFiles(
			(form) => listFile(list.address, page, form),
			envelope({ format: 'json', perpage: String(PER_PAGE) }, list, {
				page,
				perPage: PER_PAGE,
				total,
				things: list.page(store, PER_PAGE, (page - 1) * PER_PAGE),
			}),
			options,
		);
	}
}
