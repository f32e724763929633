import * as addresses from '../../../core/addresses.ts';
import type { Kind } from '../../../core/kinds.ts';
import type { ListRow } from '../list-rows.ts';
import { linesOf, type List } from '../list.ts';
import { SECTION_NAMES, type Link } from '../page.ts';

const UNDATED = 'undated';

/**
 * A list per year, newest year first, each linking to the others; rows keep their order. The heading is the
 * text before the year.
 */
export function yearLists<Row>(
	rows: readonly Row[],
	date: (row: Row) => string | null,
	line: (row: Row) => ListRow,
	list: Pick<List, 'unit' | 'note' | 'columns'> & { section: Kind; heading: string },
): List[] {
	const groups = Map.groupBy(rows, (row) => date(row)?.slice(0, 4) ?? UNDATED);
	const years = [...groups.keys()].sort().reverse();
	const related = years.map((year): Link => ({
		name: year,
		address: addresses.year(list.section, year),
	}));
	return years.map((year) => ({
		...list,
		...linesOf(groups.get(year) ?? [], line),
		address: addresses.year(list.section, year),
		heading:
			year === UNDATED
				? `${SECTION_NAMES[list.section]} without a date`
				: `${list.heading} ${year}`,
		...(year !== UNDATED && { search: { year, in: list.section } }),
		trail: [],
		related,
	}));
}
