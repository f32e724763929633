import { oneLine } from '../../../core/names.ts';
import { strictly } from './split-rows.ts';
import { TableFault } from './table-fault.ts';
import { CSV_TABLES, type CsvTable } from './tables.ts';
import { id as readId } from './values.ts';

/** How the rows of one file are laid out, according to its header. */
export interface Layout {
	delimiter: string;
	/** The position in a row of each of the table's columns. */
	places: ReadonlyMap<string, number>;
	/** How many fields a complete row has. */
	width: number;
	/** Columns that the header lacks. */
	missing: string[];
	/** Whether a line can be the first of a row. */
	beginsRow: (line: string) => boolean;
	/** Whether a row's first field is an id, which makes the first line of a row recognisable. */
	beginsWithId: boolean;
	/** Whether a row repeats the header. */
	isHeader: (fields: readonly string[]) => boolean;
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The layout of a file whose header is `line`, whatever the delimiter, the order of the names, and their
 * case, spaces and quotes; undefined when it is not the header of this table. A name that upstream does not
 * use is accepted if it can mean only one column.
 *
 * @throws TableFault when it is the header of another table
 */
export function layoutOf(line: string, table: CsvTable): Layout | undefined {
	const headers = DELIMITERS.map((delimiter) => ({ delimiter, names: namesOf(line, delimiter) }));
	const best = headers
		.map((header) => {
			const isExact = hasMarks(table, placesOf(table, header.names, false));
			return { ...header, own: placesOf(table, header.names, true), isExact };
		})
		.sort((a, b) => b.own.size - a.own.size)[0];
	const others = CSV_TABLES.filter(({ name }) => name !== table.name).flatMap((other) =>
		headers
			.map(({ names }) => placesOf(other, names, false))
			.filter((found) => hasMarks(other, found) && found.size * 2 >= other.columns.length)
			.map(({ size }) => ({ name: other.name, size })),
	);
	const [other] = others.sort((a, b) => b.size - a.size);
	const isOwn = best !== undefined && hasMarks(table, best.own);
	// One extra column proves nothing, as it may have been added; a renamed header must explain more.
	if (other && (!isOwn || other.size > best.own.size + (best.isExact ? 1 : -1))) {
		throw new TableFault(`it holds the header of ${other.name}`);
	}
	if (!isOwn) return undefined;
	return {
		delimiter: best.delimiter,
		places: best.own,
		width: best.names.length,
		missing: table.columns.filter((name) => !best.own.has(name)),
		beginsRow: beginsRow(table, best.own, best.names.length, best.delimiter),
		beginsWithId: table.ids.some((column) => best.own.get(column) === 0),
		isHeader: (fields) => best.names.every((name, at) => plainName(fields[at] ?? '') === name),
	};
}

/** Normalised names, lower-case letters and digits only, so that `Tune ID` equals `tune_id`. */
function namesOf(line: string, delimiter: string): string[] {
	const fields = strictly(line, delimiter)?.[0] ?? line.split(delimiter);
	const names = fields.map(plainName);
	while (names.length > 1 && names.at(-1) === '') names.pop();
	return names;
}

const plainName = (name: string): string =>
	oneLine(name)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

/** The position of each column of the table; of two with the same name, the first. */
function placesOf(table: CsvTable, names: string[], renamed: boolean): Map<string, number> {
	const places = new Map<string, number>();
	for (const column of table.columns) {
		const at = names.indexOf(plainName(column));
		if (at !== -1) places.set(column, at);
	}
	if (!renamed) return places;
	const taken = new Set(places.values());
	const wanted = table.columns
		.filter((column) => !places.has(column))
		.map((column) => {
			const synonyms = (table.synonyms[column] ?? []).map((name) => names.indexOf(plainName(name)));
			return { column, at: synonyms.find((at) => at !== -1 && !taken.has(at)) };
		});
	for (const { column, at } of wanted) {
		const isClear = wanted.filter((other) => other.at === at).length === 1;
		if (at !== undefined && isClear) places.set(column, at);
	}
	return places;
}

function hasMarks(table: CsvTable, places: ReadonlyMap<string, number>): boolean {
	return table.marks.every((column) => places.has(column));
}

/**
 * Rows begin with their ids if the table's do. Elsewhere only a complete row on one line is recognisable.
 */
function beginsRow(
	{ ids }: CsvTable,
	places: Layout['places'],
	width: number,
	delimiter: string,
): Layout['beginsRow'] {
	const idPlaces = new Set(ids.map((column) => places.get(column)));
	if (idPlaces.has(0)) {
		const id = String.raw`\s*"?\s*\d[\d.]*\s*"?\s*${delimiter === '|' ? String.raw`\|` : delimiter}`;
		const start = new RegExp(`^${id}${idPlaces.has(1) ? id : ''}`);
		return (line) => start.test(line);
	}
	return (line) => {
		const fields = strictly(line, delimiter)?.[0];
		if (fields?.length !== width) return false;
		return [...idPlaces].every((at) => typeof readId(fields[at ?? 0] ?? '') === 'number');
	};
}
