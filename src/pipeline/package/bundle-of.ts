import { parseThing, parseThreadPage } from '../../core/addresses.ts';
import type { ThingRef } from '../../core/kinds.ts';
import { MirrorError } from '../../core/errors.ts';
import type { PackGroup } from '../../offline/packs/catalogue.ts';
import { POPULAR } from '../../store/tunes.ts';
import { regionOf } from './regions.ts';
import type { SortedThings } from './sorted-things.ts';

/** The tunes in the most tunebooks, with their drawings, and the lists of them. */
export const POPULAR_BUNDLE = 'tunes/popular';

/**
 * The one bundle that a page is in, apart from popular tunes; all pages of comments on a thing go with its
 * own page. It depends only on the page, so that new pages change only the bundle they go into: ranges of
 * ids grow only at the end.
 *
 * @param address without the base path, in the folder of the group
 * @throws MirrorError for the page of a thing that the store does not have
 */
export function bundleOf(group: PackGroup, address: string, things: SortedThings): string {
	const thing = thingAt(address) ?? parseThreadPage(address);
	return thing ? bundleOfThing(thing, things) : bundleOfList(group, address);
}

/** Whether a page is also in the bundle of popular tunes. */
export function isPopular(address: string, { popular }: SortedThings): boolean {
	const thing = thingAt(address) ?? parseThreadPage(address);
	if (thing) return thing.kind === 'tunes' && popular.has(thing.id);
	const list = /^\/tunes\/popular(?:\/(\d+))?$/.exec(address);
	return list !== null && Number(list[1] ?? 1) <= POPULAR / LINES_PER_PAGE;
}

/** The thing that a page belongs to, if any. */
export function thingAt(address: string): ThingRef | undefined {
	return parseThing(new URL(address, 'https://thesession.org'));
}

/** In the list of popular tunes. */
const LINES_PER_PAGE = 100;

/** How many ids a bundle covers, so that it takes about a megabyte. */
const RANGES: Readonly<Record<string, number>> = {
	reel: 2000,
	jig: 3000,
	hornpipe: 10_000,
	polka: 10_000,
	waltz: 10_000,
	recordings: 2000,
};
const WHOLE = 50_000;

function bundleOfThing({ kind, id }: ThingRef, { sortOf }: SortedThings): string {
	const sort = sortOf[kind].get(id);
	if (sort === undefined) {
		throw new MirrorError(
			`${kind}/${id}.html is the page of a thing that the store does not have.`,
			'Run `npm run mirror -- --from build`, so that site and store are of one version.',
		);
	}
	switch (kind) {
		case 'tunes':
			return `tunes/${sort}/${rangeOf(id, sort)}`;
		case 'recordings':
			return `recordings/things/${rangeOf(id, kind)}`;
		default:
			return `${kind}/${sort}`;
	}
}

function rangeOf(id: number, sort: string): number {
	const range = RANGES[sort] ?? WHOLE;
	return id - (id % range);
}

function bundleOfList(group: PackGroup, address: string): string {
	const [, , by, value = ''] = address.split('/');
	if (group === 'tunes' && by === 'types' && value !== '') return `tunes/lists/${value}`;
	if (by === 'artists') return `${group}/artists`;
	if (by === 'countries' && value !== '') return `${group}/${regionOf(value)}`;
	if (group === 'discussions' && by === 'years' && value !== '') return `discussions/${value}`;
	return `${group}/lists`;
}
