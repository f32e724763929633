import { SECTION_FEEDS } from '../../../api/feed-sources.ts';
import type { ApiGroup } from '../../../api/groups.ts';
import { PER_PAGE, SECTION_PAGES } from '../../../api/limits.ts';
import { SECTION_LISTS } from '../../../api/lists.ts';
import {
	activityFile,
	feed,
	listFile,
	MEMBER_LISTS,
	memberList,
	memberNews,
	memberFile,
	thingFile,
	upcomingEvents,
} from '../../../core/addresses.ts';
import { isKind, KINDS } from '../../../core/kinds.ts';
import type { StoreFacts } from '../../../store/facts.ts';
import { allMembers } from '../../../store/members.ts';
import type { Store } from '../../../store/open.ts';
import { listRows } from './list-rows.ts';
import { thingIds } from './store-rows.ts';

/** The API files that MIRROR_API promises, derived from the store. */
export interface PromisedFiles {
	/** Every file that must exist. */
	files: ReadonlySet<string>;
	/** How many things the pages of each list contain together, by its first page. */
	lists: ReadonlyMap<string, number>;
}

export function promisedFiles(
	store: Store,
	{ sections }: Pick<StoreFacts, 'sections'>,
	groups: readonly ApiGroup[],
	listPages = SECTION_PAGES,
): PromisedFiles {
	const files = new Set<string>();
	const lists = new Map<string, number>();
	const forms = groups.includes('xml') ? (['json', 'xml'] as const) : (['json'] as const);
	const promise = (address: (form: 'json' | 'xml') => string): void => {
		for (const form of forms) files.add(address(form).slice(1));
	};
	const promiseList = (list: string, total: number): void => {
		lists.set(listFile(list, 1, 'json').slice(1), total);
		for (let page = 1; page === 1 || page <= Math.ceil(total / PER_PAGE); page++)
			promise((form) => listFile(list, page, form));
	};
	const promiseFeed = (list: string): void => {
		for (const form of ['rss', 'atom'] as const) files.add(feed(list, form).slice(1));
	};
	const has = (address: string): boolean => {
		const first = address.split('/')[1] ?? '';
		return !isKind(first) || sections.includes(first);
	};
	const wanted = KINDS.filter((kind) => groups.includes(kind) || groups.includes('activity'));
	for (const kind of wanted) {
		for (const id of thingIds(store, kind)) {
			if (groups.includes(kind)) promise((form) => thingFile({ kind, id }, form));
			if (groups.includes('activity')) promise((form) => activityFile({ kind, id }, form));
		}
	}
	if (groups.includes('members')) {
		for (const member of allMembers(store)) {
			const { slug } = member;
			promise((form) => memberFile(slug, form));
			promise((form) => activityFile({ member: slug }, form));
			promiseFeed(memberNews(slug));
			for (const list of MEMBER_LISTS) {
				const total = member[list === 'tunes' ? 'settings' : list];
				if (total > 0) promiseList(memberList(slug, list), total);
			}
		}
	}
	if (groups.includes('lists')) {
		for (const list of SECTION_LISTS) {
			const { address } = list;
			const total = address === upcomingEvents() ? list.total(store) : listRows(store, address);
			if (has(address)) promiseList(address, Math.min(total, listPages * PER_PAGE));
		}
		for (const scope of ['site' as const, ...sections])
			promise((form) => activityFile(scope, form));
		for (const { list } of SECTION_FEEDS) if (has(list)) promiseFeed(list);
	}
	return { files, lists };
}
