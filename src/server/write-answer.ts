import { activityObject, activityOf, type ActivityScope } from '../api/activity.ts';
import { envelope } from '../api/envelope.ts';
import { activityEntries, feedEntries, type FeedEntry } from '../api/feed-entries.ts';
import { atomFeed, rssFeed, type SiteRoot } from '../api/feeds.ts';
import { toXml } from '../api/xml.ts';
import { feed, home } from '../core/addresses.ts';
import { nameOfThing } from '../store/catalogue.ts';
import { echoed, readSlice, type Form, type Query } from './parameters.ts';
import type { Resource } from './resources/resource.ts';
import { recentActivities } from './search/recent.ts';
import type { Snapshot } from './snapshot.ts';

export interface Answer {
	type: string;
	text: string;
}

/** How to write an answer. */
export interface Wish {
	/** From the root, without base path, format and query. */
	address: string;
	form: Form;
	query: Query;
	/** The requested address, from the root and without the base path. */
	self: string;
	root: SiteRoot;
	/** Things on a page when the query does not say. */
	perPage?: number | undefined;
}

/**
 * Writes what an address names in the requested format.
 *
 * @throws Problem for invalid parameters
 */
export function writeAnswer(snapshot: Snapshot, resource: Resource, wish: Wish): Answer {
	const document = documentOf(snapshot, resource, wish);
	if (wish.form === 'json') return { type: TYPES.json, text: JSON.stringify(document) };
	if (wish.form === 'xml')
		return {
			type: TYPES.xml,
			text: toXml('format' in document ? { ...document, format: 'xml' } : document),
		};
	const head = {
		title: resource.title,
		page: resource.page ?? home(),
		self: wish.self,
		id: resource.feed ?? feed(wish.address, 'atom'),
	};
	const write = wish.form === 'rss' ? rssFeed : atomFeed;
	return {
		type: TYPES[wish.form],
		text: write(head, entriesOf(snapshot, resource, document), wish.root),
	};
}

const TYPES: Record<Form, string> = {
	json: 'application/json; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	rss: 'application/rss+xml; charset=utf-8',
	atom: 'application/atom+xml; charset=utf-8',
};

function documentOf(
	snapshot: Snapshot,
	resource: Resource,
	{ form, query, perPage }: Wish,
): object {
	if (resource.is === 'item') return resource.item;
	const slice = readSlice(query, perPage);
	const offset = (slice.page - 1) * slice.perPage;
	if (resource.is === 'activity')
		return { items: activities(snapshot, resource.scope, slice.perPage, offset) };
	const { list } = resource;
	return envelope(echoed(query, form, slice), list, {
		...slice,
		...list.read(slice.perPage, offset),
	});
}

function activities(
	{ store, search }: Snapshot,
	scope: ActivityScope,
	limit: number,
	offset: number,
): object[] {
	return typeof scope === 'string'
		? recentActivities(search, scope, limit, offset).map(activityObject)
		: activityOf(store, scope, limit, offset).items;
}

/** The feed of a single thing consists of the comments on it. */
function entriesOf({ store }: Snapshot, resource: Resource, document: object): FeedEntry[] {
	if (resource.is === 'activity') return activityEntries(document);
	const key = resource.is === 'list' ? resource.list.array : 'comments';
	const things = (document as Record<string, object[] | undefined>)[key] ?? [];
	return feedEntries(things, (ref) => nameOfThing(store, ref));
}
