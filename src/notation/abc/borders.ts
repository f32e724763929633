import { isMusic } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Everything between two pieces of music that contains a bar line or the number of an ending. */
export interface Border {
	/** Indexes of its bar lines among the tokens. */
	bars: number[];
	/** Index of the number of an ending, and the passes it names. */
	ending: number | undefined;
	passes: number[];
	/** Whether it ends a repeat, starts one, or contains a double bar. */
	ends: boolean;
	starts: boolean;
	double: boolean;
	/** Index at which the next line begins, if a line ends here. */
	nextLine: number | undefined;
	/** Whether any music comes before, and whether any follows. */
	afterMusic: boolean;
	beforeMusic: boolean;
}

/** The borders of a body, in order. */
export function readBorders(tokens: readonly Token[]): Border[] {
	const borders: Border[] = [];
	let border = emptyBorder(false);
	for (const [at, token] of tokens.entries()) {
		if (!isMusic(token)) take(border, token, at);
		else {
			if (!isEmpty(border)) borders.push({ ...border, beforeMusic: true });
			border = emptyBorder(true);
		}
	}
	if (!isEmpty(border)) borders.push(border);
	return borders;
}

function emptyBorder(afterMusic: boolean): Border {
	const flags = { ends: false, starts: false, double: false, afterMusic, beforeMusic: false };
	return { bars: [], ending: undefined, passes: [], nextLine: undefined, ...flags };
}

function isEmpty(border: Border): boolean {
	return border.bars.length === 0 && border.ending === undefined;
}

function take(border: Border, { kind, text }: Token, at: number): void {
	if (kind === 'newline' && !isEmpty(border)) border.nextLine = at + 1;
	if (kind === 'ending') {
		border.ending = at;
		border.passes = passesOf(text);
	}
	if (kind === 'bar' && text !== ':') {
		border.bars.push(at);
		border.ends ||= text.startsWith(':');
		border.starts ||= text.endsWith(':');
		border.double ||= /\|\||\|\]|\[\|/.test(text);
	}
}

/** `[1,3` → 1 and 3; `1-3` → 1, 2 and 3. */
function passesOf(ending: string): number[] {
	return (ending.match(/\d+(?:-\d+)?/g) ?? []).flatMap((part) => {
		const [from = 1, to = from] = part.split('-').map(Number);
		return Array.from({ length: Math.min(Math.max(to - from + 1, 1), 9) }, (_, i) => from + i);
	});
}
