import { SECTION_FEEDS } from '../../api/feed-sources.ts';
import type { ApiGroup } from '../../api/groups.ts';
import { PER_PAGE, SECTION_PAGES } from '../../api/limits.ts';
import * as addresses from '../../core/addresses.ts';
import type { Kind } from '../../core/kinds.ts';
import { storeFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { endpointsOf, LIVE_ONLY, type Endpoint } from './api/endpoints.ts';
import { formatNumber, SECTION_NAMES, type PageView, type Section } from './page.ts';

/** The contents of the API page. */
export interface ApiView {
	page: PageView;
	/** The files that exist here, by section; empty when none were chosen. */
	parts: { title: string; endpoints: Endpoint[] }[];
	/** Requests that only a server can answer, at thesession.org's own addresses. */
	live: { like: string; says: string }[];
	/** The available feeds. */
	feeds: { title: string; rss: string; atom: string }[];
	/** The addresses of every member's feeds, with `SLUG`; null when there are none. */
	memberFeeds: { rss: string; atom: string } | null;
	/** XML files that are not beside their JSON; null when there is no XML. */
	xmlElsewhere: string[] | null;
	/** Things per page of a list. */
	perPage: number;
	/** A list with its second page; null when no lists are written. */
	paged: { first: string; second: string } | null;
	/** Number of things in all pages of a section's list; null when these are not written. */
	deepest: string | null;
}

/**
 * @param groups the parts of the API that are written as files
 * @param listPages how many pages of a section's list are written
 */
export function apiView(
	store: Store,
	groups: readonly ApiGroup[],
	listPages = SECTION_PAGES,
): ApiView {
	const { sections } = storeFacts(store);
	const shown: (Section | null)[] = [...sections, 'members', null];
	const all = shown.flatMap((section) => endpointsOf(section).map((each) => ({ section, each })));
	const isFile = ({ group }: Endpoint): boolean => groups.includes(group);
	const list = pagedList(sections, groups, listPages);
	return {
		page: {
			title: 'The API',
			description: 'How programs read this mirror: files, feeds, and what a server of it answers.',
			address: addresses.api(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
		parts: shown
			.map((section) => ({
				title: section === null ? 'The whole site' : SECTION_NAMES[section],
				endpoints: endpointsOf(section).filter(isFile),
			}))
			.filter(({ endpoints }) => endpoints.length > 0),
		live: [
			...all
				.filter(({ each }) => !isFile(each))
				.map(({ each: { live, says } }) => ({ like: live, says })),
			...LIVE_ONLY.filter(({ section }) => section === 'members' || sections.includes(section)).map(
				({ like, says }) => ({ like, says }),
			),
		],
		feeds: groups.includes('lists') ? feedsOf(sections) : [],
		memberFeeds: groups.includes('members') ? formsOf(addresses.memberNews('SLUG')) : null,
		xmlElsewhere: groups.includes('xml')
			? all
					.map(({ each }) => each)
					.filter((each) => isFile(each) && each.xml !== each.file.replace('.json', '.xml'))
					.map(({ xml }) => xml)
			: null,
		perPage: PER_PAGE,
		paged: list
			? {
					first: addresses.listFile(list, 1, 'json'),
					second: addresses.listFile(list, 2, 'json'),
				}
			: null,
		deepest: groups.includes('lists') ? formatNumber(PER_PAGE * listPages) : null,
	};
}

/** A list that is written and may have more than one page. */
function pagedList(
	sections: readonly Kind[],
	groups: readonly ApiGroup[],
	listPages: number,
): string | null {
	if (groups.includes('lists') && listPages > 1) return addresses.newest(sections[0] ?? 'tunes');
	return groups.includes('members') ? addresses.memberList('SLUG', 'tunes') : null;
}

function feedsOf(sections: readonly Kind[]): ApiView['feeds'] {
	return SECTION_FEEDS.filter(({ kind }) => kind === null || sections.includes(kind)).map(
		({ title, list }) => ({ title, ...formsOf(list) }),
	);
}

function formsOf(list: string): { rss: string; atom: string } {
	return { rss: addresses.feed(list, 'rss'), atom: addresses.feed(list, 'atom') };
}
