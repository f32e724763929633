import * as addresses from '../../core/addresses.ts';
import type { ListRow } from './list-rows.ts';
import { counted, formatNumber, type Link, type PageView, type Section } from './page.ts';
import { pagerOf, pagesOf, type Pager } from './pager.ts';

/** Rows per page of a list. */
export const LINES_PER_PAGE = 100;

/** A complete list, before it is split into pages. */
export interface List {
	address: string;
	section: Section;
	/** `Reels`, `Sessions in Ireland` */
	heading: string;
	/** The noun for one row: `tune` → `1,234 tunes`. */
	unit: string;
	/** Its order and what it leaves out, in one sentence. */
	note: string;
	/** The pages between the section and this one. */
	trail: Link[];
	/** Lists within this one, or beside it. */
	related: Link[];
	/** thesession.org's page of the same list, absolute. */
	original?: string | null;
	/** The same on a map. */
	nearby?: string | null;
	/** Its upcoming events, as a calendar. */
	calendar?: string | null;
	/** The columns of its rows; see COLUMNS. */
	columns: readonly string[];
	/** The search that finds all of it, including what follows its last row; most lists have none. */
	search?: Record<string, string>;
	/** What that search finds, in words that follow a number; by default the heading. */
	found?: string;
	/** Number of rows. */
	total: number;
	/** Number of rows if the list were complete, where it is cut off. */
	all?: number;
	/** The rows from index `from` up to `to`. */
	lines: (from: number, to: number) => ListRow[];
}

/** The contents of one page of a list. */
export interface ListView {
	page: PageView;
	heading: string;
	/** The number of things, with their noun. */
	count: string;
	note: string;
	related: Link[];
	lines: ListRow[];
	/** The text shown instead of rows; null when there are any. */
	empty: string | null;
	columns: readonly string[];
	/** The same on a map; on the first page. */
	nearby: string | null;
	/** Its upcoming events, as a calendar; on the first page. */
	calendar: string | null;
	/** Where all pages of a longer list can be searched. */
	search: Link | null;
	/** Where these tunes can be printed; null for other things. */
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

/** The text shown when there is nothing to list. */
export function nothing(things: string): string {
	return `There are no ${things} here at present.`;
}

function searchLink({ search, heading, found, total, all = total }: List): Link | null {
	if (!search || total <= LINES_PER_PAGE) return null;
	const what = found ?? heading.charAt(0).toLowerCase() + heading.slice(1);
	return { name: `Search all ${formatNumber(all)} ${what}`, address: addresses.search(search) };
}

function tuneIds({ address }: ListRow): number[] {
	const thing = addresses.parseThing(new URL(address, addresses.ORIGINAL));
	return thing?.kind === 'tunes' ? [thing.id] : [];
}

/** Every page of every list. An empty list still has one page: its address must not disappear. */
export function* listPages(lists: Iterable<List>): Generator<{ list: List; n: number }> {
	for (const list of lists) {
		for (let n = 1; n <= Math.max(1, pagesOf(list.total, LINES_PER_PAGE)); n++) yield { list, n };
	}
}

/** The rows of a list that is in memory. */
export function linesOf<Row>(
	rows: readonly Row[],
	line: (row: Row) => ListRow,
): Pick<List, 'total' | 'lines'> {
	return { total: rows.length, lines: (from, to) => rows.slice(from, to).map(line) };
}

/** The most rows in a list that would otherwise repeat most of the collection. */
export const MOST = 1000;

/** How many of the newest are listed: without a limit, every row of every page would move each week. */
const NEWEST = 1000;

/** By date, newest first; undated ones are left out. */
export function newestOf<Row extends { id: number; date: string | null }>(
	rows: readonly Row[],
): (Row & { date: string })[] {
	return rows
		.filter((row): row is Row & { date: string } => row.date !== null)
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.id - a.id))
		.slice(0, NEWEST);
}
