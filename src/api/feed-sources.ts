import { comments, feed, member, memberNews, newest, news, section } from '../core/addresses.ts';
import { KINDS, type Kind } from '../core/kinds.ts';
import type { FeedHead } from './feeds.ts';

/** A list that can be followed. */
export interface FeedSource {
	title: string;
	/** The page with the same contents, or the closest to it. */
	page: string;
	/** The list its entries come from; the feed's address is this plus its format. */
	list: string;
	/** Null for the whole site. */
	kind: Kind | null;
}

/** The feeds of sections, and of all comments. */
export const SECTION_FEEDS: readonly FeedSource[] = [
	...KINDS.map((kind) => ({
		title: kind === 'tunes' ? 'New tunes and settings' : `New ${kind}`,
		page: kind === 'events' ? section(kind) : newest(kind),
		list: newest(kind),
		kind,
	})),
	...KINDS.map((kind) => ({
		title: kind === 'discussions' ? 'Posts in discussions' : `Comments on ${kind}`,
		page: section(kind),
		list: comments(kind),
		kind,
	})),
	{ title: 'Comments', page: news(), list: comments(), kind: null },
];

/**
 * The feeds a page links to in its head: on the front page of a section, those of the section; on the page of
 * everything new, all of them; on a member's page, the member's own.
 *
 * @param sections those that are mirrored
 */
export function feedsAt(
	address: string,
	sections: readonly string[],
): { title: string; address: string }[] {
	const slug = MEMBER.exec(address)?.[1];
	if (slug !== undefined)
		return [{ title: 'New from this member', address: feed(memberNews(slug), 'rss') }];
	return SECTION_FEEDS.filter(
		({ page, kind }) =>
			(kind === null || sections.includes(kind)) &&
			(page === address || address === news() || (kind !== null && address === section(kind))),
	).map(({ title, list }) => ({ title, address: feed(list, 'rss') }));
}

const MEMBER = /^\/members\/([^/]+)$/;

/** The number of entries in a feed. */
export const FEED_ENTRIES = 50;

export function sourceHead({ title, page, list }: FeedSource, form: 'rss' | 'atom'): FeedHead {
	return { title, page, self: feed(list, form) };
}

/** The head of the feed of a member's additions and comments. */
export function memberHead(name: string, slug: string, form: 'rss' | 'atom'): FeedHead {
	return { title: `New from ${name}`, page: member(slug), self: feed(memberNews(slug), form) };
}
