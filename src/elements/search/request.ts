import { FILTER_NAMES, knowsFilters, type Filters } from '../../search/search-filters.ts';
import { sharedText } from './shared-text.ts';

/** The groups of results, in order. */
export const GROUPS = [
	{ id: 'tunes', name: 'Tunes' },
	{ id: 'recordings', name: 'Recordings' },
	{ id: 'artists', name: 'Artists' },
	{ id: 'sessions', name: 'Sessions' },
	{ id: 'events', name: 'Events' },
	{ id: 'discussions', name: 'Discussions' },
	{ id: 'comments', name: 'Comments' },
] as const;

export type GroupId = (typeof GROUPS)[number]['id'];

type Sort = 'relevance' | 'popularity' | 'newest';

/** A search request, all of it in the address. */
export interface SearchRequest {
	text: string;
	filters: Filters;
	sort: Sort;
	/** Empty: everything except discussions, whose index is larger than any other. */
	within: GroupId | 'all' | '';
}

export function readRequest(params: URLSearchParams): SearchRequest {
	const value = (name: string): string => params.get(name)?.trim() ?? '';
	const filters: Filters = {};
	for (const name of FILTER_NAMES) if (value(name) !== '') filters[name] = value(name);
	if (!/^\d{4}$/.test(filters.year ?? '')) delete filters.year;
	const sort = value('sort');
	const within = value('in');
	return {
		text: value('q') || sharedText(value),
		filters,
		sort: sort === 'popularity' || sort === 'newest' ? sort : 'relevance',
		within: within === 'all' || isGroup(within) ? within : '',
	};
}

/** The address parameters of a request; default values are left out. */
export function requestParams({ text, filters, sort, within }: SearchRequest): URLSearchParams {
	const params = new URLSearchParams({ q: text });
	for (const name of FILTER_NAMES) if (filters[name]) params.set(name, filters[name]);
	if (sort !== 'relevance') params.set('sort', sort);
	if (within !== '') params.set('in', within);
	return params;
}

/** Whether there is neither a word nor a filter to search by. */
export function isEmpty({ text, filters }: SearchRequest): boolean {
	return text === '' && Object.keys(filters).length === 0;
}

/** The groups that can have results. */
export function soughtGroups(request: SearchRequest): GroupId[] {
	const { text, filters } = request;
	return wantedGroups(request).filter((id) => {
		// Artists can be found only by name, and comments only by their words.
		if (id === 'artists') return text !== '' && Object.keys(filters).length === 0;
		if (id === 'comments' && text === '') return false;
		return knowsFilters(id, filters);
	});
}

/** The groups excluded only by the filters. */
export function leftOut(request: SearchRequest): GroupId[] {
	const sought = soughtGroups(request);
	return soughtGroups({ ...request, filters: {} }).filter((id) => !sought.includes(id));
}

function wantedGroups({ within }: SearchRequest): GroupId[] {
	const all = GROUPS.map(({ id }) => id);
	if (within === 'all') return all;
	return within === '' ? all.filter((id) => id !== 'discussions') : [within];
}

function isGroup(value: string): value is GroupId {
	return GROUPS.some(({ id }) => id === value);
}
