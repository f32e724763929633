import { isMusic, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A bar of a line: its notes, everything before them, and the bar line that closes it. */
export interface Measure {
	notes: string;
	/** Empty at the end of a line that no bar line closes. */
	line: string;
	/** False for a pick-up and for the first or second part of a bar divided by a repeat. */
	whole: boolean;
	/** Whether it ends a section. */
	endsSection: boolean;
	/** False before an ending, whose number belongs to the bar line. */
	mayBreak: boolean;
}

/** A bar shorter than this share of the usual length is not whole. */
const WHOLE = 0.6;

/** Splits one line of music into bars; joining their texts gives the line back. */
export function readMeasures(line: string): Measure[] {
	const parts = partsOf(tokenize(line));
	const lengths = parts.map(({ length }) => length).sort((one, other) => one - other);
	const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
	return parts.map(({ notes, line: bar, length }, i) => {
		const next = parts[i + 1]?.notes ?? '';
		const mayBreak = !/^[\s|:]*\[?\d/.test(next);
		const closes = /^:|:$|^\|[|\]]/.test(bar) || /^\s*\[?\|+:/.test(next);
		return {
			notes,
			line: bar,
			whole: length >= usual * WHOLE,
			endsSection: mayBreak && closes,
			mayBreak,
		};
	});
}

interface Part {
	notes: string;
	line: string;
	length: number;
}

function partsOf(tokens: readonly Token[]): Part[] {
	const parts: Part[] = [];
	let part: Part = { notes: '', line: '', length: 0 };
	let filled = false;
	for (const token of tokens) {
		if (token.kind === 'bar' && filled && token.text !== ':') {
			parts.push({ ...part, line: token.text });
			part = { notes: '', line: '', length: 0 };
			filled = false;
			continue;
		}
		part.notes += token.text;
		part.length += lengthOf(token);
		filled ||= isMusic(token);
	}
	const last = parts.at(-1);
	if (filled || !last) return [...parts, part];
	// Whatever follows the last bar line, a comment or a second bar line, stays with it.
	last.line += part.notes;
	return parts;
}

/** The length of a note, rest or chord, in units. */
function lengthOf(token: Token): number {
	if (!isMusic(token)) return 0;
	const [, count, slashes, parts] = /(\d*)(\/*)(\d*)$/.exec(token.text) ?? [];
	const whole = Number(count === '' ? 1 : count);
	return whole / (parts ? Number(parts) || 1 : 2 ** (slashes?.length ?? 0));
}
