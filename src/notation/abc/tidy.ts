import { mendDoubleRepeats, mendEndings } from './bars.ts';
import { mendBreaks } from './breaks.ts';
import { mendFields } from './fields.ts';
import { mendKeys } from './keys.ts';
import { mendLineBars } from './line-bars.ts';
import { mendLongLines, mendShortLines } from './lines.ts';
import { mendProse } from './prose.ts';
import { mendQuotes } from './quotes.ts';
import { mendRepeatEnds, mendRepeatStarts } from './repeats.ts';
import { mendTies } from './ties.ts';
import { mendWhitespace } from './whitespace.ts';

/** Each correction with its function, ordered so that earlier ones prepare for later ones. */
const WORKS = {
	'line-ends': mendWhitespace,
	breaks: mendBreaks,
	fields: mendFields,
	prose: mendProse,
	quotes: mendQuotes,
	'line-bars': mendLineBars,
	keys: mendKeys,
	'double-repeats': mendDoubleRepeats,
	endings: mendEndings,
	'repeat-ends': mendRepeatEnds,
	'repeat-starts': mendRepeatStarts,
	ties: mendTies,
	'long-lines': mendLongLines,
	'short-lines': mendShortLines,
};

/** A kind of fault that was corrected. */
export type Fix = keyof typeof WORKS;

export const MENDS = Object.keys(WORKS) as readonly Fix[];

export interface TidyAbc {
	/** Lines ended by LF, none empty, no LF at the end. */
	body: string;
	/** What was corrected, in the order of MENDS. */
	mends: Fix[];
}

/** One correction can reveal a fault that another one fixes; more rounds than this do not occur. */
const MOST_ROUNDS = 8;

/**
 * The body of an ABC tune, without a header, in the form that is drawn and played; readers are shown the raw
 * one. Never throws. A tidy body is returned unchanged.
 */
export function tidyAbc(raw: string): TidyAbc {
	const done = new Set<Fix>();
	let body = raw;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const before = body;
		for (const mend of MENDS) {
			const mended = WORKS[mend](body);
			if (mended !== body) done.add(mend);
			body = mended;
		}
		if (body === before) break;
	}
	return { body, mends: MENDS.filter((mend) => done.has(mend)) };
}
