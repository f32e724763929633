import * as addresses from '../../core/addresses.ts';
import type { Line } from './list-rows.ts';
import { counted, formatNumber, type Link, type PageView, type Section } from './page.ts';
import { pagerOf, pagesOf, type Pager } from './pager.ts';

/** Lines on one page of a list. */
export const LINES_PER_PAGE = 100;

/** A long list, before it is cut into pages. */
export interface List {
	address: string;
	section: Section;
	/** `Reels`, `Sessions in Ireland` */
	heading: string;
	/** What one line is: `tune` → `1,234 tunes`. */
	unit: string;
	/** How it is ordered and what it leaves out, in one sentence. */
	note: string;
	/** The pages between the section and this one. */
	trail: Link[];
	/** Lists inside this one, or beside it. */
	related: Link[];
	/** thesession.org's page of the same list, absolute. */
	original?: string | null;
	/** The same on a map. */
	nearby?: string | null;
	/** What of it is to come, as a calendar. */
	calendar?: string | null;
	/** What stands in its lines; see COLUMNS. */
	columns: readonly string[];
	/** The search that finds all of it, and what is beyond its last line; none for most lists. */
	search?: Record<string, string>;
	/** What that search finds, in words that follow a number; the heading's when there are none. */
	found?: string;
	/** How many lines there are. */
	total: number;
	/** How many there would be if the list went on to the end, where it does not. */
	all?: number;
	/** The lines from index `from` up to `to`. */
	lines: (from: number, to: number) => Line[];
}

/** Everything one page of a list shows. */
export interface ListView {
	page: PageView;
	heading: string;
	/** How many of what. */
	count: string;
	note: string;
	related: Link[];
	lines: Line[];
	/** What stands in the place of lines; null when there are any. */
	empty: string | null;
	columns: readonly string[];
	/** The same on a map; on the first page. */
	nearby: string | null;
	/** What of it is to come, as a calendar; on the first page. */
	calendar: string | null;
	/** Where all of a list of several pages can be searched. */
	search: Link | null;
	/** Where these tunes can be printed; null where they are no tunes. */
	tunebook: string | null;
	pager: Pager;
}

/** The view of page `n`, from 1, of a list. */
export function listView(list: List, n: number): ListView {
	const { address, section, heading, note, trail, related, columns, total, unit } = list;
	const count = counted(list.all ?? total, unit);
	const pager = pagerOf(address, total, LINES_PER_PAGE, n);
	const own = addresses.listPage(address, n);
	const lines = list.lines(pager.from - 1, pager.to);
	return {
		page: {
			title: n === 1 ? heading : `${heading}, page ${n}`,
			description: n === 1 ? `${heading}: ${count}. ${note}` : null,
			address: own,
			original: n === 1 ? (list.original ?? null) : null,
			section,
			trail: n === 1 ? trail : [...trail, { name: heading, address }],
			about: null,
		},
		heading,
		count,
		note,
		related: n === 1 ? related : [],
		nearby: n === 1 ? (list.nearby ?? null) : null,
		calendar: n === 1 ? (list.calendar ?? null) : null,
		lines,
		empty: lines.length === 0 ? nothing(`${unit}s`) : null,
		columns,
		search: searchLink(list),
		tunebook:
			unit === 'tune' && lines.length > 0 ? addresses.tunebook(lines.flatMap(tuneIds)) : null,
		pager,
	};
}

/** What stands where things would. */
export function nothing(things: string): string {
	return `There are no ${things} here at present.`;
}

function searchLink({ search, heading, found, total, all = total }: List): Link | null {
	if (!search || total <= LINES_PER_PAGE) return null;
	const what = found ?? heading.charAt(0).toLowerCase() + heading.slice(1);
	return { name: `Search all ${formatNumber(all)} ${what}`, address: addresses.search(search) };
}

function tuneIds({ address }: Line): number[] {
	const thing = addresses.parseThing(new URL(address, addresses.ORIGINAL));
	return thing?.kind === 'tunes' ? [thing.id] : [];
}

/** Each list with each of its pages. An empty list has one that says so: its address must not vanish. */
export function* listPages(lists: Iterable<List>): Generator<{ list: List; n: number }> {
	for (const list of lists) {
		for (let n = 1; n <= Math.max(1, pagesOf(list.total, LINES_PER_PAGE)); n++) yield { list, n };
	}
}

/** The lines of rows that are at hand. */
export function linesOf<Row>(
	rows: readonly Row[],
	line: (row: Row) => Line,
): Pick<List, 'total' | 'lines'> {
	return { total: rows.length, lines: (from, to) => rows.slice(from, to).map(line) };
}

/** Lines of a list that would repeat most of the collection if it went on to the end. */
export const MOST = 1000;

/** The newest of a list that would otherwise move every line of every page each week. */
const NEWEST = 1000;

/** By date, newest first; those without one are left out. */
export function newestOf<Row extends { id: number; date: string | null }>(
	rows: readonly Row[],
): (Row & { date: string })[] {
	return rows
		.filter((row): row is Row & { date: string } => row.date !== null)
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.id - a.id))
		.slice(0, NEWEST);
}
