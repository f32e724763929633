import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import { licence, ORIGINAL, withBase } from '../core/addresses.ts';
import { isoDate } from '../core/dates.ts';
import type { FeedEntry } from './feed-entries.ts';

/** The site's origin and base path. */
export interface SiteRoot {
	site: string;
	base: string;
}

/** A feed's own description; addresses are ours, from the root and without the base path. */
export interface FeedHead {
	/** `New tunes` */
	title: string;
	/** The page with the same contents. */
	page: string;
	/** The feed's own address. */
	self: string;
	/** Identifies the feed when it has several addresses; otherwise `self`. */
	id?: string;
}

/** The licence notice in every feed, whatever is made from it. */
export const FEED_RIGHTS =
	'Data of thesession.org, contributed by its members, under the Open Database License 1.0. ' +
	'It may not be processed with large language models, but for the accessibility of people with ' +
	'disabilities; text and data mining is reserved. This is an unofficial mirror.';

const ODBL = 'https://opendatacommons.org/licenses/odbl/1-0/';

/** An RSS 2.0 feed of entries, newest first. The same entries give the same bytes. */
export function rssFeed(head: FeedHead, entries: readonly FeedEntry[], root: SiteRoot): string {
	const dates = entries.map(({ date }) => date).sort();
	return generateRssFeed(
		{
			title: titleOf(head),
			link: urlOf(root, head.page),
			description: describe(head),
			language: 'en',
			copyright: FEED_RIGHTS,
			...(dates.length > 0 && { lastBuildDate: new Date(isoDate(dates.at(-1) ?? BEFORE_ALL)) }),
			docs: 'https://www.rssboard.org/rss-specification',
			atom: {
				links: [
					{ href: urlOf(root, head.self), rel: 'self', type: 'application/rss+xml' },
					{ href: ODBL, rel: 'license' },
					{ href: urlOf(root, licence()), rel: 'license', type: 'text/html' },
				],
			},
			items: entries.map(({ id, title, date, author, address, html }) => ({
				title: plain(title),
				link: address === null ? id : urlOf(root, address),
				guid: { value: id, isPermaLink: false },
				pubDate: new Date(isoDate(date)),
				...(author !== null && { dc: { creators: [plain(author)] } }),
				...(html !== null && { description: plain(html) }),
			})),
		},
		{ strict: true },
	);
}

/** The same as an Atom feed. */
export function atomFeed(head: FeedHead, entries: readonly FeedEntry[], root: SiteRoot): string {
	const dates = entries.map(({ date }) => date).sort();
	return generateAtomFeed(
		{
			id: urlOf(root, head.id ?? head.self),
			title: { value: titleOf(head) },
			subtitle: { value: describe(head) },
			updated: new Date(isoDate(dates.at(-1) ?? BEFORE_ALL)),
			authors: [{ name: 'Members of The Session', uri: ORIGINAL }],
			rights: { value: FEED_RIGHTS },
			links: [
				{ href: urlOf(root, head.self), rel: 'self', type: 'application/atom+xml' },
				{ href: urlOf(root, head.page), rel: 'alternate', type: 'text/html' },
				{ href: ODBL, rel: 'license' },
				{ href: urlOf(root, licence()), rel: 'license', type: 'text/html' },
			],
			entries: entries.map(({ id, title, date, author, address, html, file }) => ({
				id,
				title: { value: plain(title) },
				updated: new Date(isoDate(date)),
				published: new Date(isoDate(date)),
				...(author !== null && { authors: [{ name: plain(author) }] }),
				links: [
					{
						href: address === null ? id : urlOf(root, address),
						rel: 'alternate',
						type: 'text/html',
					},
					...(file === undefined
						? []
						: [{ href: urlOf(root, file), rel: 'enclosure', type: 'application/json' }]),
				],
				...(html !== null && { content: { value: plain(html), type: 'html' } }),
			})),
		},
		{ strict: true },
	);
}

/** Even an empty Atom feed needs a date, which must not be that of the run. */
const BEFORE_ALL = '1970-01-01 00:00:00';

function titleOf({ title }: FeedHead): string {
	return `${plain(title)} · Session Mirror`;
}

function describe({ title }: FeedHead): string {
	return `${plain(title)}, from an unofficial mirror of thesession.org`;
}

function urlOf({ site, base }: SiteRoot, address: string): string {
	return site + withBase(base, address);
}

/** Removes characters that XML 1.0 cannot contain; a text of nothing else becomes a question mark. */
function plain(text: string): string {
	return text.replaceAll(UNSAYABLE, '').trim() || '?';
}

// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu;
