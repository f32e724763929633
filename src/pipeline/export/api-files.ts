import { activityOf } from '../../api/activity.ts';
import { activityEntries } from '../../api/feed-entries.ts';
import { memberHead } from '../../api/feed-sources.ts';
import { memberLists } from '../../api/member-lists.ts';
import { memberItem, thingItem } from '../../api/things.ts';
import * as addresses from '../../core/addresses.ts';
import type { ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { documentFiles, type ApiFile, type FileOptions } from './document-files.ts';
import { feedFiles } from './feed-files.ts';
import { listFiles } from './list-files.ts';
import { guarded, type ExcludedFiles } from './excluded-files.ts';
import type { Batch } from './batches.ts';
import { sectionFiles } from './section-files.ts';

/** Every API file for a lot, and those that cannot be made. */
export function* filesOfBatch(
	store: Store,
	lot: Batch,
	options: FileOptions,
): Generator<ApiFile | ExcludedFiles> {
	if (lot.of === 'sections') {
		yield* sectionFiles(store, options);
	} else if ('slugs' in lot) {
		for (const slug of lot.slugs)
			yield* guarded(memberFiles(store, slug, options), addressesOfMember(slug));
	} else {
		for (const id of lot.ids) {
			const ref = { kind: lot.of, id };
			yield* guarded(thingFiles(store, ref, options), addressesOfThing(ref));
		}
	}
}

const FORMS = ['json', 'xml'] as const;

function addressesOfThing(ref: ThingRef): string[] {
	return FORMS.flatMap((form) => [
		addresses.thingFile(ref, form),
		addresses.activityFile(ref, form),
	]);
}

/** The lists and streams of a member are below the member's own address. */
function addressesOfMember(slug: string): string[] {
	return FORMS.map((form) => addresses.memberFile(slug, form));
}

/** How many of the newest activities the stream of one thing or member holds; there are 100,000 streams. */
const ACTIVITIES = 20;

function* thingFiles(store: Store, ref: ThingRef, options: FileOptions): Generator<ApiFile> {
	const { groups } = options;
	if (groups.includes(ref.kind)) {
		yield* documentFiles(
			(form) => addresses.thingFile(ref, form),
			found(thingItem(store, ref), addresses.thing(ref)),
			{ what: ref.kind, ...options },
		);
	}
	if (groups.includes('activity')) {
		yield* documentFiles(
			(form) => addresses.activityFile(ref, form),
			activityOf(store, ref, ACTIVITIES, 0),
			{ what: 'activity', ...options },
		);
	}
}

function* memberFiles(store: Store, slug: string, options: FileOptions): Generator<ApiFile> {
	const what = 'members';
	const item = found(memberItem(store, slug), addresses.member(slug));
	yield* documentFiles((form) => addresses.memberFile(slug, form), item, { what, ...options });
	for (const list of memberLists(store, slug)) {
		if (list.total(store) > 0) yield* listFiles(store, list, { what, ...options });
	}
	const stream = activityOf(store, { member: slug }, ACTIVITIES, 0);
	yield* documentFiles((form) => addresses.activityFile({ member: slug }, form), stream, {
		what,
		...options,
	});
	const { name } = item as { name: string };
	const news = addresses.memberNews(slug);
	const entries = activityEntries(stream);
	yield* feedFiles((form) => memberHead(name, slug, form), news, entries, { what, ...options });
}

function found(item: object | undefined, address: string): object {
	if (item) return item;
	throw new Error(`There is nothing to write for ${address}.`);
}
