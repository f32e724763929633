import { activityOf } from '../../api/activity.ts';
import { feedEntries } from '../../api/feed-entries.ts';
import {
	FEED_ENTRIES,
	SECTION_FEEDS,
	sourceHead,
	type FeedSource,
} from '../../api/feed-sources.ts';
import { SECTION_PAGES } from '../../api/limits.ts';
import { SECTION_LISTS, type ApiList } from '../../api/lists.ts';
import { activityFile } from '../../core/addresses.ts';
import { isKind, type Kind } from '../../core/kinds.ts';
import { nameOfThing } from '../../store/catalogue.ts';
import { storeFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import {
	documentFiles,
	type DocumentOptions,
	type ApiFile,
	type FileOptions,
} from './document-files.ts';
import { feedFiles } from './feed-files.ts';
import { guarded, type ExcludedFiles } from './excluded-files.ts';
import { listFiles } from './list-files.ts';

/** How many of a section's newest activities a stream holds. */
const ACTIVITIES = 50;

/** Lists, activity streams and feeds of the sections in the store, and of the whole site. */
export function* sectionFiles(
	store: Store,
	options: FileOptions,
): Generator<ApiFile | ExcludedFiles> {
	const inLists = { what: 'lists', ...options };
	const { sections } = storeFacts(store);
	const deepest = options.listPages ?? SECTION_PAGES;
	const has = (kind: Kind | null): boolean => kind === null || sections.includes(kind);
	const lists = new Map(SECTION_LISTS.map((list) => [list.address, list]));
	for (const list of lists.values()) {
		if (has(kindOf(list.address)))
			yield* guarded(listFiles(store, list, inLists, deepest), [list.address]);
	}
	for (const scope of ['site' as const, ...sections])
		yield* guarded(streamFiles(store, scope, inLists), [activityFile(scope, 'json')]);
	for (const source of SECTION_FEEDS) {
		const list = lists.get(source.list);
		if (!list) throw new Error(`There is no list ${source.list} to make a feed of.`);
		if (has(source.kind)) yield* guarded(sourceFiles(store, source, list, inLists), [source.list]);
	}
}

function* streamFiles(
	store: Store,
	scope: 'site' | Kind,
	options: DocumentOptions,
): Generator<ApiFile> {
	const stream = activityOf(store, scope, ACTIVITIES, 0);
	yield* documentFiles((form) => activityFile(scope, form), stream, options);
}

function* sourceFiles(
	store: Store,
	source: FeedSource,
	list: ApiList,
	options: DocumentOptions,
): Generator<ApiFile> {
	const newest = list.page(store, FEED_ENTRIES, 0);
	const entries = feedEntries(newest, (ref) => nameOfThing(store, ref));
	yield* feedFiles((form) => sourceHead(source, form), source.list, entries, options);
}

/** The section whose list has this address; null for lists of the whole site. */
function kindOf(address: string): Kind | null {
	const first = address.split('/')[1] ?? '';
	return isKind(first) ? first : null;
}
