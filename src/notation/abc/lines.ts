import { readMeasures } from './measures.ts';
import { hasVoices, isMusicLine } from './tokens.ts';
import type { Measure } from './measures.ts';

/** A line with up to this many bars is taken as intended by its writer. */
const MOST_BARS = 6;
const GOOD_BARS = 4;
const FEW_BARS = 2;

/** Breaks lines of more than six bars after every fourth bar and at the end of every section. */
export function mendLongLines(body: string): string {
	return mapRuns(body, (lines) =>
		lines.flatMap((line) => {
			const measures = readMeasures(line);
			return count(measures) > MOST_BARS ? written(measures) : [line];
		}),
	);
}

/** If no line of the body has more than two bars, joins lines up to four bars. */
export function mendShortLines(body: string): string {
	const music = body.split('\n').filter(isMusicLine);
	if (music.length < GOOD_BARS || music.some((line) => count(readMeasures(line)) > FEW_BARS))
		return body;
	return mapRuns(body, (lines) => written(readMeasures(lines.reduce(joined))));
}

/** Lines of the requested number of bars, wherever the writer broke them. */
export function rebreak(body: string, bars: number): string {
	return mapRuns(body, (lines) => written(readMeasures(lines.reduce(joined)), bars, bars));
}

/**
 * Lets `change` rewrite every run of music lines. Lines with lyrics below or a comment at the end, and the
 * lines of several voices, are left alone.
 */
function mapRuns(body: string, change: (lines: string[]) => string[]): string {
	if (hasVoices(body)) return body;
	const lines = body.split('\n');
	const out: string[] = [];
	let run: string[] = [];
	const flush = () => {
		if (run.length > 0) out.push(...change(run));
		run = [];
	};
	for (const [at, line] of lines.entries()) {
		if (isMusicLine(line) && !line.includes('%') && !/^[ws]:/.test(lines[at + 1] ?? '')) {
			run.push(line);
		} else {
			flush();
			out.push(line);
		}
	}
	flush();
	return out.join('\n');
}

/** Joins two lines, with one bar line where each had its own. */
function joined(line: string, next: string): string {
	if (/[|\]:]$/.test(line) && /^\|(?![|:\]])/.test(next)) return line + next.slice(1).trimStart();
	if (/(?<![|:])\|$/.test(line) && /^\[?\|/.test(next)) return line.slice(0, -1) + next;
	return /[|\]]$/.test(line) && /^[^|:\]]/.test(next) ? line + next : `${line} ${next}`;
}

function count(measures: readonly Measure[]): number {
	return measures.filter(({ whole }) => whole).length;
}

/** Rows of `good` bars, or up to `most` where a section does not divide evenly. */
function written(measures: readonly Measure[], good = GOOD_BARS, most = MOST_BARS): string[] {
	const rows = merged(
		sectionsOf(measures).flatMap((section) => rowsOf(section, good, most)),
		good,
	);
	let opening = '';
	return rows.map((row, i) => {
		const text = opening + row.map(({ notes, line }) => notes + line).join('');
		const last = row.at(-1)?.line ?? '';
		const [ending, start] = i < rows.length - 1 ? parted(last) : [last, ''];
		opening = start;
		const line = (text.slice(0, text.length - last.length) + ending).trim();
		// A note followed by a repeat at the start of a line would be read as a field.
		return line.replace(/^([A-Za-z]):/, '$1 :');
	});
}

function sectionsOf(measures: readonly Measure[]): Measure[][] {
	const sections: Measure[][] = [[]];
	for (const measure of measures) {
		sections.at(-1)?.push(measure);
		if (measure.endsSection) sections.push([]);
	}
	return sections.filter((section) => section.length > 0);
}

/** Splits a section into rows of bars; a remainder too short for its own row stays in the last one. */
function rowsOf(section: readonly Measure[], good: number, most: number): Measure[][] {
	const rows: Measure[][] = [];
	let rest = [...section];
	while (count(rest) > most) {
		const ends = [good, good - 1, good + 1].map((bars) => endOf(bars, rest));
		const end = ends.find((place) => rest[place - 1]?.mayBreak);
		if (end === undefined) break;
		rows.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
	return [...rows, rest];
}

/** The index at which the bar with this number ends. */
function endOf(bars: number, measures: readonly Measure[]): number {
	let left = bars;
	return 1 + measures.findIndex(({ whole }) => whole && --left === 0);
}

/** Puts small sections in one row, and a pick-up with the music it leads to. */
function merged(rows: readonly Measure[][], good: number): Measure[][] {
	const out: Measure[][] = [];
	for (const row of rows) {
		const before = out.at(-1);
		const together = before && count(before) + count(row) <= good;
		if (before && (together || count(before) === 0)) before.push(...row);
		else out.push([...row]);
	}
	return out;
}

/** Splits a bar line where a line is broken: the end of one line and the start of the next. */
function parted(bar: string): [string, string] {
	if (bar === '::') return [':|', '|:'];
	if (/^[[|]+:+$/.test(bar)) return [bar.startsWith('||') ? '||' : '|', '|:'];
	return [bar, ''];
}
