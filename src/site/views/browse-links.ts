import * as addresses from '../../core/addresses.ts';
import type { Kind } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import type { ListRow } from './list-rows.ts';
import type { List } from './list.ts';
import type { CountedLink } from './lists/keys.ts';
import { listsOf } from './lists/of-section.ts';
import { formatNumber, type Link, type Section } from './page.ts';

/** Links to lists, in rows: mostly one, or one for each kind of them. */
export interface BrowseLinks {
	heading: string;
	/** Whether many links are collapsed until opened. */
	folded: boolean;
	rows: BrowseLink[][];
}

export interface BrowseLink extends Link {
	count: string | null;
}

/** The beginning of a list. */
export interface ListPreview {
	heading: string;
	lines: ListRow[];
	more: Link | null;
}

export const PREVIEW_ROWS = 10;

/** A way of one row. */
export function browseLinks(
	heading: string,
	links: readonly BrowseLink[],
	folded = false,
): BrowseLinks {
	return { heading, folded, rows: links.length > 0 ? [[...links]] : [] };
}

/** Links to those of the section's lists that exist. */
export function listLinks(
	store: Store,
	section: Section,
	wanted: readonly (readonly [name: string, address: string])[],
): BrowseLink[] {
	const lists = listsOf(store, section);
	return wanted.flatMap(([name, address]) =>
		lists.has(address) ? [{ name, address, count: null }] : [],
	);
}

export function lettersOf(store: Store, section: Section, prefix: string): BrowseLinks {
	return browseLinks('By letter', linksUnder(store, section, prefix));
}

export function yearsOf(store: Store, section: Kind, heading = 'By year'): BrowseLinks {
	return browseLinks(heading, linksUnder(store, section, addresses.year(section, '')), true);
}

/** The lists whose addresses begin with `prefix`, as links. */
function linksUnder(store: Store, section: Section, prefix: string): BrowseLink[] {
	const lists = [...listsOf(store, section).values()];
	const related = lists.find((list) => list.address.startsWith(prefix))?.related ?? [];
	return related.map((link) => ({ ...link, count: null }));
}

export function withCount({ name, address, count }: CountedLink): BrowseLink {
	return { name, address, count: formatNumber(count) };
}

/** The beginning of one of the section's lists. */
export function listPreview(
	store: Store,
	section: Section,
	address: string,
	lines = PREVIEW_ROWS,
): ListPreview {
	const list = listsOf(store, section).get(address);
	return {
		heading: list?.heading ?? '',
		lines: list?.lines(0, Math.min(lines, list.total)) ?? [],
		more: moreOf(list, lines),
	};
}

function moreOf(list: List | undefined, shown: number): Link | null {
	if (!list || list.total <= shown) return null;
	const heading = list.heading.toLowerCase();
	// `All most discussed tunes` would be unreadable.
	const all = /^(most|longest) /.test(heading) ? `The ${formatNumber(list.total)}` : 'All';
	return { name: `${all} ${heading}`, address: list.address };
}
