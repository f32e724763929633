import type { FeedEntry } from '../../api/feed-entries.ts';
import type { FeedHead } from '../../api/feeds.ts';
import { atomFeed, rssFeed } from '../../api/feeds.ts';
import { feed } from '../../core/addresses.ts';
import type { DocumentOptions, ApiFile } from './document-files.ts';

/** A list as RSS and as Atom. */
export function* feedFiles(
	head: (form: 'rss' | 'atom') => FeedHead,
	list: string,
	entries: readonly FeedEntry[],
	{ what, root }: DocumentOptions,
): Generator<ApiFile> {
	const kind = `${what} (feeds)`;
	yield { what: kind, address: feed(list, 'rss'), text: rssFeed(head('rss'), entries, root) };
	yield { what: kind, address: feed(list, 'atom'), text: atomFeed(head('atom'), entries, root) };
}
