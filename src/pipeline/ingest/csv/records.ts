import type { Layout } from './layout.ts';
import { OPEN_QUOTE, splitDamaged } from './split-damaged.ts';
import { strictly, type CsvRecord } from './split-rows.ts';

/** Characters of the longest row that is read. */
export const LONGEST_ROW = 16_000_000;

/** Rows that csv-parse gets at once. More is no faster, and if one is damaged all are examined again. */
const BATCH = 100;

/**
 * Cuts text into rows. A row ends at the first line end at which its quotes are closed; csv-parse splits
 * such rows, and {@link splitDamaged} those that csv-parse calls malformed. If a quote is never closed,
 * reading resumes at the next line that begins like a row, so that no row damages its neighbours.
 */
export class RecordReader {
	readonly #layout: Layout;
	/** The start of a line whose end has not arrived yet; null when it is too long. */
	#line: string | null = '';
	/** Lines of the current row. */
	#lines: string[] = [];
	#size = 0;
	#isOpen = false;
	/** Whether lines are skipped until one begins a row. */
	#isLost = false;
	/** Rows to be split. */
	#rows: string[] = [];
	/** A row that lacks fields, perhaps because an unquoted one contains a line break. */
	#short: CsvRecord | undefined;
	#isCutOff = false;

	constructor(layout: Layout) {
		this.#layout = layout;
	}

	/** Whether the file ends with a complete row and its line end; known after `end`. */
	get endsCleanly(): boolean {
		return !this.#isCutOff;
	}

	*push(text: string): Generator<CsvRecord> {
		const lines = text.split('\n');
		for (const [at, part] of lines.entries()) {
			const isTooLong = this.#line === null || this.#line.length + part.length > LONGEST_ROW;
			this.#line = isTooLong ? null : this.#line + part;
			if (at === lines.length - 1) return;
			yield* this.#endLine();
		}
	}

	*end(): Generator<CsvRecord> {
		this.#isCutOff = this.#line !== '';
		if (this.#isCutOff) yield* this.#endLine();
		yield* this.#split();
		// The rest never closes its quote, but may contain other rows.
		while (this.#lines.length > 0) {
			yield* this.#giveUp();
			yield* this.#split();
		}
		if (!this.#short) return;
		yield this.#isCutOff ? { ...this.#short, damage: 'the file ends within it' } : this.#short;
	}

	*#endLine(): Generator<CsvRecord> {
		const line = this.#line;
		this.#line = '';
		if (line !== null) {
			yield* this.#addLine(line);
			return;
		}
		yield* this.#split();
		this.#takeLines();
		this.#isLost = true;
		yield* this.#whole({ fields: [], damage: TOO_LONG }, '');
	}

	*#addLine(line: string): Generator<CsvRecord> {
		if (this.#isLost && !this.#layout.beginsRow(line)) return;
		this.#isLost = false;
		if (this.#lines.length === 0 && line.trim() === '') return;
		this.#lines.push(line);
		this.#size += line.length + 1;
		if (hasOddQuotes(line)) this.#isOpen = !this.#isOpen;
		if (!this.#isOpen) {
			this.#rows.push(this.#takeLines().join('\n'));
			if (this.#rows.length === BATCH) yield* this.#split();
		} else if (this.#size > LONGEST_ROW) {
			yield* this.#split();
			if (this.#size > LONGEST_ROW) yield* this.#giveUp();
		}
	}

	#takeLines(): string[] {
		const lines = this.#lines;
		this.#lines = [];
		this.#size = 0;
		this.#isOpen = false;
		return lines;
	}

	/** Splits the waiting rows, and those that a damaged one among them turns out to contain. */
	*#split(): Generator<CsvRecord> {
		while (this.#rows.length > 0) yield* this.#splitBatch();
	}

	*#splitBatch(): Generator<CsvRecord> {
		const rows = this.#rows;
		this.#rows = [];
		const { delimiter } = this.#layout;
		const records = strictly(rows.join('\n'), delimiter);
		const areAll = records?.length === rows.length;
		for (const [at, row] of rows.entries()) {
			const fields = areAll ? records[at] : strictly(row, delimiter)?.[0];
			if (fields) {
				yield* this.#whole({ fields }, row);
				continue;
			}
			const { rest, ...record } = splitDamaged(row, this.#layout);
			yield* this.#whole(record, row);
			if (rest === '') continue;
			// From here on quotes were counted wrongly, so these lines are read again.
			const again = [rest, ...rows.slice(at + 1), ...this.#takeLines()];
			for (const line of again.join('\n').split('\n')) yield* this.#addLine(line);
			return;
		}
	}

	/** Gives up the current row, which never closes its quote or is too long, but not what follows. */
	*#giveUp(): Generator<CsvRecord> {
		const lines = this.#takeLines();
		const { rest, ...record } = splitDamaged(lines.join('\n'), this.#layout);
		if (rest === '' && record.damage === OPEN_QUOTE) {
			this.#isLost = true;
			this.#isCutOff = true;
		}
		yield* this.#whole(record, lines[0] ?? '');
		if (rest !== '') for (const line of rest.split('\n')) yield* this.#addLine(line);
	}

	/** Joins a row that line breaks in unquoted fields have split; skips rows without a value. */
	*#whole(record: CsvRecord, text: string): Generator<CsvRecord> {
		const { width, beginsRow, beginsWithId } = this.#layout;
		const short = this.#short;
		this.#short = undefined;
		let next = record;
		if (short) {
			const joined = joinedAtBreak(short.fields, record.fields);
			const fits = joined.length === width || (beginsWithId && joined.length < width);
			if (fits && !record.damage && !beginsRow(firstLine(text))) next = { fields: joined };
			else yield short;
		}
		if (next.damage) yield next;
		else if (next.fields.every((field) => field === '')) return;
		else if (next.fields.length < width) this.#short = next;
		else yield next;
	}
}

const TOO_LONG = `longer than ${LONGEST_ROW / 1_000_000} MB`;

function joinedAtBreak(before: string[], after: string[]): string[] {
	return [...before.slice(0, -1), `${before.at(-1)}\n${after[0]}`, ...after.slice(1)];
}

function hasOddQuotes(line: string): boolean {
	let odd = false;
	for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) odd = !odd;
	return odd;
}

function firstLine(text: string): string {
	return text.split('\n', 1)[0] ?? '';
}
