import { expect, it } from 'vitest';
import { describeFixes } from '../../../src/notation/abc/describe-fixes.ts';
import { MENDS } from '../../../src/notation/abc/tidy.ts';
import type { Fix } from '../../../src/notation/abc/tidy.ts';

it.each<[Fix[], string]>([
	[[], ''],
	[['line-ends'], ''],
	[['breaks'], 'line breaks mended'],
	[['breaks', 'long-lines', 'short-lines'], 'line breaks mended'],
	[['breaks', 'double-repeats'], 'line breaks and repeat signs mended'],
	[['repeat-starts', 'breaks'], 'line breaks and repeat signs mended'],
	[['prose'], 'remarks left out'],
	[
		['fields', 'prose', 'keys'],
		'header lines and remarks left out, changes of key or metre mended',
	],
	[['breaks', 'quotes', 'ties'], 'line breaks, quotation marks and ties mended'],
])('%j: %s', (mends, words) => {
	expect(describeFixes(mends)).toBe(words);
});

it('has words for every mend but that of line ends', () => {
	for (const mend of MENDS) expect(describeFixes([mend]) === '').toBe(mend === 'line-ends');
});
