import { KINDS } from '../../../core/kinds.ts';
import { addressOf } from '../../../core/site-files.ts';
import { isApiFile } from '../../export/clear-api-files.ts';

/** The parts a site's size is broken down by: pages of each kind, lists, and other files. */
export const PARTS = [
	...KINDS,
	'members',
	'lists',
	'search',
	'packs',
	'api',
	'sitemaps',
	'calendars',
	'other',
] as const;
export type Part = (typeof PARTS)[number];

/** Bytes of each part. */
export type PartBytes = Record<Part, number>;

/** The display name of each part. */
export const PART_NAMES: Record<Part, string> = {
	tunes: 'pages of tunes',
	recordings: 'pages of recordings',
	sessions: 'pages of sessions',
	events: 'pages of events',
	discussions: 'pages of discussions',
	members: 'pages of members',
	lists: 'lists and other pages',
	search: 'search index',
	packs: 'packs',
	api: 'API files and feeds',
	sitemaps: 'sitemaps',
	calendars: 'calendars',
	other: 'names, places, sound, scripts and the rest',
};

/** The part a file of the site belongs to; further pages and folded posts count with their thing's kind. */
export function partOf(file: string): Part {
	if (file.startsWith('pagefind/')) return 'search';
	if (file.startsWith('packs/')) return 'packs';
	if (isApiFile(file)) return 'api';
	if (file.endsWith('.html')) return pagePart(file);
	if (file.endsWith('.ics')) return 'calendars';
	if (/^sitemap.*\.xml$/.test(file)) return 'sitemaps';
	return file.startsWith(FOLDED) ? 'discussions' : 'other';
}

/** The same as in src/core/addresses.ts. */
const FOLDED = 'discussions/folded/';

function pagePart(file: string): Part {
	const [section = '', name = ''] = file.split('/');
	const kind = KINDS.find((each) => each === section);
	if (kind) return /^\d/.test(name) ? kind : 'lists';
	return /^\/members\/[^/]+$/.test(addressOf(file)) ? 'members' : 'lists';
}

/** Adds up a site's bytes by part. */
export function bytesByPart(files: Iterable<readonly [file: string, bytes: number]>): PartBytes {
	const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as PartBytes;
	for (const [file, bytes] of files) parts[partOf(file)] += bytes;
	return parts;
}

export function totalOf(parts: PartBytes): number {
	return PARTS.reduce((sum, part) => sum + parts[part], 0);
}
