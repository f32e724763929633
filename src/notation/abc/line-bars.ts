import { NOTE_AND_REPEAT } from './fields.ts';
import { isMusic, isMusicLine, tokenize } from './tokens.ts';

/**
 * Bar lines alone on a line joined to the music they belong to, and a line closed by a bar line if the
 * next one opens with one: programs lose the former and play wrong notes for want of the latter. `G:|` at
 * the start of a line becomes `G :|`, which no program takes for a field.
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

/** `line` ended by `bars`; a plain bar line that ends it already gives way. */
function closed(line: string, bars: string): string {
	if (/[:|\]]\|$|:$|\|\]$/.test(line) && !bars.includes(':')) return line;
	return line.replace(/(?<![:|])\|$/, '') + bars;
}

/** `line` begun by `bars`; a plain bar line at its start gives way. */
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

/** Whether notes, and neither a bar line nor a comment, stand last. */
function isOpen(line: string): boolean {
	const ends = (kind: string) => kind === 'bar' || kind === 'comment';
	return isMusic(tokenize(line).findLast((token) => ends(token.kind) || isMusic(token)));
}
