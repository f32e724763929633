import { ORIGINAL, parseThing, thing } from '../core/addresses.ts';
import { escapeHtml } from '../core/html.ts';
import type { ThingRef } from '../core/kinds.ts';

/** One entry of a feed. */
export interface FeedEntry {
	/** thesession.org's URL: the same wherever it is mirrored. */
	id: string;
	title: string;
	/** `YYYY-MM-DD HH:MM:SS` */
	date: string;
	author: string | null;
	/** Our page for it, without the base path; null where it cannot be derived from the URL. */
	address: string | null;
	html: string | null;
	/** A JSON file it describes, without the base path; linked in Atom. */
	file?: string;
}

/** The name of a thing, for comments that do not name it. */
export type NameOf = (ref: ThingRef) => string | undefined;

/**
 * The entries of things in their list form. Things without a date or URL cannot appear in a feed and are left
 * out.
 */
export function feedEntries(things: readonly object[], nameOf: NameOf): FeedEntry[] {
	return things.flatMap((each) => {
		const item = each as ListItem;
		if (!item.date || !item.url) return [];
		return {
			id: item.url,
			title: item.subject === undefined ? titleOf(item) : titleOfComment(item, nameOf),
			date: item.date,
			author: item.member?.name ?? null,
			address: addressOf(item.url),
			html: item.content ?? described(item),
		};
	});
}

/** The entries of an activity stream. */
export function activityEntries(stream: object): FeedEntry[] {
	const { items } = stream as { items: Activity[] };
	return items.map(({ published, title, actor, object }) => ({
		id: idOf(object),
		title,
		date: published.replace('T', ' ').replace(/(\.\d+)?Z$/, ''),
		author: actor.displayName ?? null,
		address: addressOf(object.url),
		html: null,
	}));
}

/** The list fields that a feed shows; each kind has some of them. */
interface ListItem {
	url?: string | null;
	date?: string | null;
	name?: string;
	subject?: string;
	content?: string;
	member?: { name: string | null } | null;
	tune?: Named;
	artist?: Named | null;
	venue?: Named | null;
	town?: Named | null;
	area?: Named | null;
	country?: Named | null;
	type?: string;
	key?: string;
	dtstart?: string;
	comments?: number;
}

interface Named {
	name: string | null;
}

interface Activity {
	published: string;
	title: string;
	actor: { displayName?: string };
	object: { id: string; url: string };
}

/** If the set's member has no known number, thesession.org's URL for it is unknown too. */
function idOf({ id, url }: Activity['object']): string {
	return URL.parse(url)?.pathname === '/' ? `tag:thesession.org,2001:${id}` : url;
}

/** A subject that does not name the thing is put after its name. */
function titleOfComment({ subject = '', member, url }: ListItem, nameOf: NameOf): string {
	const ref = thingAt(url ?? '');
	const name = ref && nameOf(ref);
	if (name === undefined) return subject || `Comment by ${member?.name ?? 'somebody'}`;
	if (subject === '') return `Comment on ${name}`;
	return subject.includes(name) ? subject : `Comment on ${name}: ${subject}`;
}

function titleOf({ name, tune, venue, town, url }: ListItem): string {
	const title = name ?? tune?.name ?? [venue?.name, town?.name].filter(Boolean).join(', ');
	return title || (url ?? '');
}

/** What a list says about the thing besides its name, as HTML. */
function described(item: ListItem): string | null {
	const { type, key, artist, dtstart, venue, town, area, country, comments } = item;
	const parts = [
		type,
		key?.replace(/(?<=^[A-G][b#]?)(?=[a-z]{3})/, ' '),
		artist?.name,
		dtstart?.slice(0, 10),
		...[venue, town, area, country].map((place) => place?.name),
		...(comments === undefined ? [] : [`${comments} ${comments === 1 ? 'post' : 'posts'}`]),
	].filter((part) => part !== undefined && part !== null && part !== '');
	return parts.length > 0 ? `<p>${escapeHtml(parts.join(', '))}</p>` : null;
}

/** thesession.org's URL of a thing, a setting or a comment → our address of it. */
function addressOf(url: string): string | null {
	const found = thingAt(url);
	return found ? thing(found) + (found.anchor && `#${found.anchor}`) : null;
}

function thingAt(url: string): ReturnType<typeof parseThing> {
	const parsed = URL.parse(url);
	return parsed?.origin === ORIGINAL ? parseThing(parsed) : undefined;
}
