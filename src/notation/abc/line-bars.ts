import { NOTE_AND_REPEAT } from './fields.ts';
import { isMusic, isMusicLine, tokenize } from './tokens.ts';

/**
 * Joins bar lines that stand alone on a line to the music they belong to, and closes a line with a bar line
 * if the next one opens with one: programs lose the former, and play wrong notes without the latter. `G:|` at
 * the start of a line becomes `G :|`, which no program mistakes for a field.
 */
export function mendLineBars(body: string): string {
	const lines = body.split('\n').map((line) => line.replace(NOTE_AND_REPEAT, '$1 '));
	return closeLines(joinBars(lines)).join('\n');
}

const ONLY_BARS = /^(?:[\s|:]|\[\||\|\])+$/;
const ONLY_ENDING = /^(?:(?:[\s|:]|\[\||\|\])*\[|[\s|:]*\|\s*)\d[\d.,-]*$/;

function joinBars(lines: readonly string[]): string[] {
	const out: string[] = [];
	let waiting = '';
	for (const line of lines) {
		const last = out.at(-1);
		if (ONLY_ENDING.test(line) || /^[^:].*:$/.test(ONLY_BARS.exec(line)?.[0] ?? '')) {
			waiting = line;
		} else if (ONLY_BARS.test(line)) {
			if (last !== undefined && isMusicLine(last)) out[out.length - 1] = closed(last, line);
		} else if (isMusicLine(line)) {
			out.push(waiting ? opened(waiting, line) : line);
			waiting = '';
		} else {
			out.push(line);
		}
	}
	return out;
}

/** `line` ended with `bars`, replacing a plain bar line at its end. */
function closed(line: string, bars: string): string {
	if (/[:|\]]\|$|:$|\|\]$/.test(line) && !bars.includes(':')) return line;
	return line.replace(/(?<![:|])\|$/, '') + bars;
}

/** `line` begun with `bars`, replacing a plain bar line at its start. */
function opened(bars: string, line: string): string {
	return `${bars}${/\d$/.test(bars) ? ' ' : ''}${line.replace(/^\|(?![|:\d\]])\s*/, '')}`;
}

function closeLines(lines: readonly string[]): string[] {
	let next = '';
	return lines
		.toReversed()
		.map((line) => {
			if (!isMusicLine(line)) return line;
			const closing = /^\[?\|/.test(next) && isOpen(line);
			next = line;
			return closing ? `${line}|` : line;
		})
		.toReversed();
}

/** Whether the line ends in notes, not in a bar line or a comment. */
function isOpen(line: string): boolean {
	const ends = (kind: string) => kind === 'bar' || kind === 'comment';
	return isMusic(tokenize(line).findLast((token) => ends(token.kind) || isMusic(token)));
}
