import type { Kind, ThingRef } from './kinds.ts';
import { parseMode } from './music.ts';

/**
 * Every address of the site, from the root and without the base path, which `withBase` adds. Paths of things
 * are the same as on thesession.org, so only the host differs.
 */
export const ORIGINAL = 'https://thesession.org';

/** `/` + `tunes/27` → `/session-mirror/tunes/27` */
export function withBase(base: string, address: string): string {
	return base + address.slice(1);
}

/** The same page at thesession.org. */
export function original(address: string): string {
	return ORIGINAL + address.replace(/(?<=.)\/$/, '');
}

export const home = (): string => '/';
export const section = (kind: Kind | 'members'): string => `/${kind}/`;
export const thing = ({ kind, id }: ThingRef): string => `/${kind}/${id}`;
/** Page `n` of a thing's comments; the first is the thing's own page. */
export const threadPage = (ref: ThingRef, n: number): string =>
	n === 1 ? thing(ref) : `/${ref.kind}/${ref.id}/${n}`;
export const setting = (tuneId: number, settingId: number): string =>
	`/tunes/${tuneId}#${settingAnchor(settingId)}`;
export const comment = (ref: ThingRef, id: number): string => `${thing(ref)}#${commentAnchor(id)}`;
export const settingAnchor = (id: number): string => `setting${id}`;
export const commentAnchor = (id: number): string => `comment${id}`;
export const setAnchor = (id: number): string => `set${id}`;
export const calendar = (eventId: number): string => `/events/${eventId}.ics`;
/** Upcoming events in a country, as a calendar to subscribe to. */
export const countryCalendar = (slug: string): string => `/events/countries/${slug}.ics`;

/** A calendar's URL with the `webcal:` scheme, which calendar programs subscribe to. */
export const subscription = (url: string): string => url.replace(/^https?:/, 'webcal:');

/** Page `n` of a list; the first page is the list's own address. */
export function listPage(list: string, n: number): string {
	return n === 1 ? list : `${list}/${n}`;
}

export const popularTunes = (): string => '/tunes/popular';
/** The tunes on the most recordings. */
export const recordedTunes = (): string => '/tunes/recorded';
/** The tunes with the most comments. */
export const discussedTunes = (): string => '/tunes/discussed';
/** The discussions with the most posts. */
export const longestDiscussions = (): string => '/discussions/longest';
/** Everything new this week. */
export const news = (): string => '/new';
export const newest = (kind: Kind): string => `/${kind}/new`;
export const letter = (kind: 'tunes' | 'recordings' | 'members', name: string): string =>
	`/${kind}/letters/${name}`;
export const tuneType = (type: string): string => `/tunes/types/${type.replaceAll(' ', '-')}`;
export const tuneMode = (mode: string): string => `/tunes/modes/${mode}`;
/** `6/8` → `/tunes/metres/6-8` */
export const tuneMetre = (metre: string): string => `/tunes/metres/${metre.replace('/', '-')}`;
export const composers = (): string => '/tunes/composers/';
export const composerLetter = (name: string): string => `/tunes/composers/letters/${name}`;
export const composer = (slug: string): string => `/tunes/composers/${slug}`;
export const year = (kind: Kind, value: string): string => `/${kind}/years/${value}`;
export const country = (kind: 'sessions' | 'events', slug: string): string =>
	`/${kind}/countries/${slug}`;
/** Stands in for the country's slug where the country is unknown; no country has this slug. */
export const NOWHERE = 'unknown';
export const area = (kind: 'sessions' | 'events', countrySlug: string, areaSlug: string): string =>
	`${country(kind, countrySlug)}/${areaSlug}`;
export const upcomingEvents = (): string => '/events/upcoming';
export const artists = (): string => '/recordings/artists/';
export const artistLetter = (name: string): string => `/recordings/artists/letters/${name}`;
export const artist = (slug: string): string => `/recordings/artists/${slug}`;
/** A member's address at thesession.org. */
export const originalMember = (number: number): string => original(`/members/${number}`);
export const originalArtist = (number: number): string => original(`/recordings/artists/${number}`);
export const member = (slug: string): string => `/members/${slug}`;

/** What a member has added; each has its own list pages. */
export const MEMBER_LISTS = [
	'tunes',
	'recordings',
	'sessions',
	'events',
	'discussions',
	'sets',
] as const;
export type MemberList = (typeof MEMBER_LISTS)[number];
export const memberList = (slug: string, list: MemberList): string => `${member(slug)}/${list}`;

/** The feed of a list's newest entries: `/tunes/new` → `/tunes/new.rss`. */
export const feed = (list: string, form: 'rss' | 'atom'): string => `${list}.${form}`;
/** The newest comments: of a section, or of the whole site. */
export const comments = (kind?: Kind): string => (kind ? `/${kind}/comments` : '/comments');
/**
 * The feed of a member's newest additions; in the member's own folder because `members/` would be too full.
 */
export const memberNews = (slug: string): string => `${member(slug)}/new`;

/** `F#minor` → `/tunes/keys/minor/F-sharp`; undefined when the mode cannot be read. */
export function tuneKey(mode: string): string | undefined {
	const key = parseMode(mode);
	return key && `/tunes/keys/${key.mode}/${tonicSegment(key.tonic)}`;
}

/** `F#` → `F-sharp`, `Bb` → `B-flat`, `G` → `G` */
function tonicSegment(tonic: string): string {
	return tonic.replace('#', '-sharp').replace(/(?<=^[A-G])b$/, '-flat');
}

/** The search page with a query; its parameter names are in src/search/search-filters.ts. */
export const search = (request: Record<string, string> = {}): string => {
	const query = new URLSearchParams(request).toString();
	return query === '' ? '/search' : `/search?${query}`;
};
/** The folder of the full-text search indexes. */
export const searchIndexes = (): string => '/pagefind/';
/** The folder of the name tables. */
export const nameTables = (): string => '/names/';
/** Tunes on printable sheets; with ids, only those tunes. */
export const tunebook = (ids: readonly number[] = []): string =>
	ids.length === 0 ? '/tunebook' : `/tunebook?tunes=${ids.join(',')}`;
/** Sessions and events in a list and on a map; with a place name, those around it. */
export const nearby = (place?: string, kind: 'both' | 'sessions' | 'events' = 'both'): string => {
	const asked = [
		...(place === undefined ? [] : [`place=${encodeURIComponent(place)}`]),
		...(kind === 'both' ? [] : [`kind=${kind}`]),
	];
	return asked.length === 0 ? '/nearby' : `/nearby?${asked.join('&')}`;
};
/** The folder of the land outlines. */
export const landFiles = (): string => '/land/';
/** The folder of the place files. */
export const placeFiles = (): string => '/places/';
/** What is stored on the device, and what can be. */
export const offline = (): string => '/offline';
/** Shown instead of a page that is neither stored nor reachable. */
export const unsaved = (): string => '/unsaved';
/** The reader's own tunes, sets and notes. */
export const mine = (): string => '/mine';
/** The folder of the offline packs. */
export const packFiles = (): string => '/packs/';
export const serviceWorker = (): string => '/sw.js';
export const webManifest = (): string => '/app.webmanifest';
export const notFound = (): string => '/404';
export const about = (): string => '/about';
export const licence = (): string => '/licence';
/** The part of the licence page that reserves text and data mining. */
export const miningTerms = (): string => `${licence()}#mining`;
export const robots = (): string => '/robots.txt';
export const tdmReservation = (): string => '/.well-known/tdmrep.json';
export const sitemapIndex = (): string => '/sitemap-index.xml';
/** The folder of the instrument samples. */
export const soundFiles = (): string => '/sound/';
export const soundLicence = (): string => '/sound/LICENCE.txt';
export const buildFacts = (): string => '/build.json';

/** The tune search at thesession.org. */
export const originalSearch = (): string => `${ORIGINAL}/tunes/search`;
/** A point on OpenStreetMap. */
export const map = (latitude: number, longitude: number): string =>
	`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;

/** How many discussions share one file of folded posts: separate files would compress a tenth less. */
const FOLDED_TOGETHER = 25;

/** The number of the file that holds a discussion's folded posts. */
export const foldedFileNumber = (id: number): number => Math.floor(id / FOLDED_TOGETHER);

/** The folded posts of a discussion: a file shared by several, with the discussion's id after the `#`. */
export const foldedPosts = (id: number): string =>
	`/discussions/folded/${foldedFileNumber(id)}.bin#${id}`;

const THREAD_PAGE = /^\/(tunes|recordings|sessions|events|discussions)\/(\d{1,9})\/\d{1,9}$/;

/** The thing whose comments an address of ours continues; undefined for any other address. */
export function parseThreadPage(address: string): ThingRef | undefined {
	const match = THREAD_PAGE.exec(address);
	return match ? { kind: match[1] as Kind, id: Number(match[2]) } : undefined;
}

const THING_PATH = /^\/(tunes|recordings|sessions|events|discussions)\/(\d{1,9})$/;
const THING_FILE =
	/^\/(tunes|recordings|sessions|events|discussions)\/(\d{1,9})\/(?:index\.html)?$/;

/**
 * The thing that an address of thesession.org or of its archive names, with the anchor if it has one;
 * undefined for every other page of theirs.
 */
export function parseThing(url: URL): (ThingRef & { anchor: string }) | undefined {
	const match = THING_PATH.exec(url.pathname) ?? THING_FILE.exec(url.pathname);
	if (!match || url.search !== '') return undefined;
	return { kind: match[1] as Kind, id: Number(match[2]), anchor: url.hash.slice(1) };
}

/** The formats in which the API gives a thing. */
export type FileForm = 'json' | 'xml';

/**
 * A thing in the API. No folder may hold 50,000 files, so files that would be too many next to the pages have
 * their own folder: discussions, and all XML. Hosts that can rewrite also answer at `/discussions/12.json`
 * and `/tunes/27.xml`.
 */
export function thingFile({ kind, id }: ThingRef, form: FileForm): string {
	const isBeside = form === 'json' && kind !== 'discussions';
	return isBeside ? `/${kind}/${id}.json` : `/${kind}/${form}/${id}.${form}`;
}

/** Page `n` of a list in the API: `/tunes/new.json`, `/tunes/new/2.json`. */
export function listFile(list: string, n: number, form: FileForm): string {
	return `${listPage(list, n)}.${form}`;
}

export const memberFile = (slug: string, form: FileForm): string =>
	form === 'json' ? `${member(slug)}.json` : `/members/${form}/${slug}.${form}`;

/** The activity stream of the site, a section, a thing or a member. */
export function activityFile(
	of: 'site' | Kind | ThingRef | { member: string },
	form: FileForm,
): string {
	if (of === 'site') return `/activity.${form}`;
	if (typeof of === 'string') return `/${of}/activity.${form}`;
	if ('member' in of) return `${member(of.member)}/activity.${form}`;
	return `/${of.kind}/activity/${form === 'json' ? '' : 'xml/'}${of.id}.${form}`;
}

/** The API's documentation page. */
export const api = (): string => '/api';
/** The page of what changed with each deploy. */
export const changes = (): string => '/changes';
/** The folder of the same changes for programs. */
export const changeFiles = (): string => '/changes/';
