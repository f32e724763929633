import { fold } from '../../core/names.ts';
import type { Filters } from '../../search/search-filters.ts';
import type { SearchPart } from '../../search/search-parts.ts';
import type { Asked, Found, FullText } from './full-text.ts';
import type { GroupId, SearchRequest } from './request.ts';
import type { ResultGroup } from './result-group.ts';

/**
 * Searches the texts of the groups and passes on the results: starting with the first suitable index of each
 * group, so that each shows something early, then all others.
 *
 * @param groupOf returns the group in which to show results
 * @param signal ends the search when it is no longer needed
 * @returns false when part of it could not be read; the rest is shown anyway
 * @throws when nothing can be searched
 */
export async function searchTexts(
	request: SearchRequest,
	sought: readonly GroupId[],
	fullText: FullText,
	groupOf: (id: GroupId) => ResultGroup,
	signal: AbortSignal,
): Promise<boolean> {
	let isWhole = true;
	const unread = (error: unknown): void => {
		console.debug(error);
		isWhole = false;
	};
	const filters = await pagefindFilters(request.filters, fullText);
	if (!filters) return isWhole;
	const text = request.text === '' ? null : request.text;
	const parts = (await fullText.partsWith(text)).filter(({ holds }) => sought.includes(holds));
	for (const lot of inOrder(parts, sought, request)) {
		const [first] = lot;
		if (!first || signal.aborted) return isWhole;
		const asked: Asked = { text, filters, sort: sortOf(request, first), signal };
		const lists: Found[][] = [];
		for (const part of lot) {
			const found = await fullText.search(part, asked).catch(unread);
			if (found) lists.push(found);
		}
		if (signal.aborted) return isWhole;
		if (lists.some(({ length }) => length > 0))
			await groupOf(first.holds)
				.add(...lists)
				.catch(unread);
	}
	return isWhole;
}

/** Batches of parts to show together: one part each, but parts merged by date share a batch. */
function inOrder(
	parts: readonly SearchPart[],
	sought: readonly GroupId[],
	request: SearchRequest,
): SearchPart[][] {
	const byGroup = sought.map((id) => parts.filter(({ holds }) => holds === id));
	const first: SearchPart[][] = [];
	const rest: SearchPart[][] = [];
	for (const group of byGroup) {
		if (group[0] && isMerged(group[0].holds, request)) first.push(group);
		else group.forEach((part, n) => (n === 0 ? first : rest).push([part]));
	}
	return [...first, ...rest];
}

/** The indexes of tunes are ordered by popularity, all others by date. */
export function isMerged(id: GroupId, { sort }: SearchRequest): boolean {
	return id === 'tunes' && sort === 'newest';
}

function sortOf({ text, sort }: SearchRequest, { holds }: SearchPart): Asked['sort'] {
	const isPopular = sort === 'popularity' || (sort === 'relevance' && text === '');
	if (isPopular && holds === 'tunes') return { popularity: 'desc' };
	return sort === 'newest' || text === '' ? { newest: 'desc' } : {};
}

/** The filters in the form the indexes use; undefined when nothing can match. */
async function pagefindFilters(
	{ key, mode, composer, ...others }: Filters,
	fullText: FullText,
): Promise<Asked['filters'] | undefined> {
	const filters: Asked['filters'] = { ...others };
	// Together they describe one setting.
	if (key) filters['key'] = key + (mode ?? '');
	else if (mode) filters['mode'] = mode;
	if (composer) {
		const { composers } = await fullText.choices();
		const wanted = fold(composer);
		const any = composers.filter((name) => wanted !== '' && fold(name).includes(wanted));
		if (any.length === 0) return undefined;
		filters['composer'] = { any };
	}
	return filters;
}
