import { MENDS } from './tidy.ts';
import type { Fix } from './tidy.ts';

/**
 * What was left out and what was corrected, in words; changes that no reader would miss are not mentioned.
 */
const LEFT_OUT: Partial<Record<Fix, string>> = { fields: 'header lines', prose: 'remarks' };
const MENDED: Partial<Record<Fix, string>> = {
	breaks: 'line breaks',
	quotes: 'quotation marks',
	'line-bars': 'bar lines',
	keys: 'changes of key or metre',
	'double-repeats': 'repeat signs',
	endings: 'repeat signs',
	'repeat-ends': 'repeat signs',
	'repeat-starts': 'repeat signs',
	ties: 'ties',
	'long-lines': 'line breaks',
	'short-lines': 'line breaks',
};

/** `line breaks and repeat signs mended`; empty if there is nothing to report. */
export function describeFixes(mends: readonly Fix[]): string {
	return [told(mends, LEFT_OUT, 'left out'), told(mends, MENDED, 'mended')]
		.filter((part) => part !== '')
		.join(', ');
}

function told(mends: readonly Fix[], words: Partial<Record<Fix, string>>, verb: string): string {
	const things = new Set(MENDS.filter((mend) => mends.includes(mend)).map((mend) => words[mend]));
	const list = [...things].filter((thing) => thing !== undefined);
	const last = list.pop();
	if (last === undefined) return '';
	return `${list.length > 0 ? `${list.join(', ')} and ${last}` : last} ${verb}`;
}
