import { layoutOf, type Layout } from './layout.ts';
import { TableFault } from './table-fault.ts';
import type { CsvTable } from './tables.ts';

/** How many lines may precede the header: remarks, `sep=;`. */
const MOST_LINES = 20;

/** The header must come within this many characters. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads up to the header and returns its layout, with the text after it that has already been read.
 *
 * @throws TableFault when there is no header, or another table's
 */
export async function findHeader(
	text: AsyncIterator<string>,
	table: CsvTable,
): Promise<{ layout: Layout; rest: string }> {
	let read = '';
	let first: string | undefined;
	let seen = 0;
	for (let isMore = true; isMore && seen < MOST_LINES && read.length < MOST_CHARACTERS;) {
		const next = await text.next();
		isMore = !next.done;
		read += next.done ? '\n' : next.value;
		for (let end = read.indexOf('\n'); end !== -1 && seen < MOST_LINES; end = read.indexOf('\n')) {
			const line = read.slice(0, end);
			read = read.slice(end + 1);
			if (line.trim() === '') continue;
			seen++;
			first ??= line;
			const layout = layoutOf(line, table);
			if (layout) return { layout, rest: read };
		}
	}
	throw new TableFault(noHeader(first ?? read, table));
}

function noHeader(line: string, table: CsvTable): string {
	if (line.trim() === '') return 'it holds no rows';
	if (line.startsWith('version https://git-lfs')) {
		return 'a Git LFS pointer stands where the table was';
	}
	const lacking = table.marks.filter((column) => !new RegExp(`\\b${column}\\b`, 'i').test(line));
	const missing = lacking.length > 0 ? lacking : table.marks;
	return `its header lacks ${missing.join(', ')}`;
}
