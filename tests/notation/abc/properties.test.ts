import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';
import { textOf, tokenize } from '../../../src/notation/abc/tokens.ts';
import { TRAPS } from '../trap-table.ts';

/** Pieces of ABC and of what people write instead, in any order. */
const piece = fc.constantFrom(
	...[
		'A',
		'B2',
		'^c',
		"d'",
		'E,',
		'f/',
		'(3ABc',
		'[CE]',
		'{g}',
		'z',
		'-',
		'~',
		' ',
		'\n',
		'\r\n',
		'\\\n',
	],
	...[
		'|',
		'|:',
		':|',
		'::',
		':|:',
		'||',
		'|]',
		'[|',
		':',
		'|1',
		':|2',
		'[1',
		'1.',
		'|1,3',
		'2 ',
		'[',
		']',
	],
	...[
		'!',
		'!trill!',
		'"',
		'"Am"',
		'“',
		'%',
		'%%x',
		'K:',
		'K:gmaj ',
		'[K:D]',
		'M:3/4 ',
		'A:',
		'w:',
		'V:1',
	],
	...[
		'Slowly',
		'Part B: ',
		'http://x.example',
		'(',
		')',
		'{',
		'}',
		'&',
		'+',
		'\u00a0',
		'♭',
		'é',
		'\ud83c',
	],
);
const abc = fc.oneof(
	fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
	fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('any text', () => {
	it('is tidied, and only once', () => {
		fc.assert(
			fc.property(abc, (raw) => {
				const { body } = tidyAbc(raw);
				expect(tidyAbc(body)).toEqual({ body, mends: [] });
			}),
			{ numRuns: 3000 },
		);
	});

	it('comes out of the tokenizer as it went in', () => {
		fc.assert(
			fc.property(abc, (raw) => {
				expect(textOf(tokenize(raw))).toBe(raw);
			}),
		);
	});

	it('of great length takes no time to speak of', () => {
		const units = ['"', '|:', ':', 'A-', '|1,2-', '!a', 'A|\n', '[K:', 'h', 'A\\ ', ': '];
		const bodies = units.map((unit) => unit.repeat(4000));
		bodies.push(`P:${' '.repeat(4000)}x`, `A${'|'.repeat(2000)}${']'.repeat(2000)}"`);
		for (const body of bodies) {
			const started = performance.now();
			tidyAbc(body);
			expect(performance.now() - started).toBeLessThan(5000);
		}
	});
});

it.each(TRAPS.map((trap) => [trap.name, trap.abc]))('%s is mended at once', (_, raw) => {
	const { body, mends } = tidyAbc(raw);
	expect(tidyAbc(body)).toEqual({ body, mends: [] });
	expect(body === raw).toBe(mends.length === 0);
});
