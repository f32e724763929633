import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';

describe('line ends and spaces', () => {
	it.each([
		['A2\r\nB2\rc2', 'A2\nB2\nc2'],
		['\n\n A2 \t\n \nB2\n', 'A2\nB2'],
		['A2\u00a0B2\u2028c2\ufeff', 'A2 B2\nc2'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['line-ends'] });
	});
});

describe('old line breaks', () => {
	it.each([
		['A2|! B2|', 'A2|\nB2|'],
		['A2|!B2|!', 'A2|\nB2|'],
		['A2 !B2|c2!d2|', 'A2\nB2|c2\nd2|'],
		['A2|!! B2|', 'A2|\nB2|'],
		['!fermata!A2 !D.C.!B2!', '!fermata!A2 !D.C.!B2'],
		['!f!A2 !>!B2 !trill(!c2|! d2|', '!f!A2 !>!B2 !trill(!c2|\nd2|'],
		['!dA!B2|', 'dA\nB2|'],
		['"^slow! "A2|!B2|', '"^slow! "A2|\nB2|'],
		['A2|\\\nB2|\\\nc2|', 'A2| B2| c2|'],
		['A2|\\\nK:D\nB2|', 'A2|\nK:D\nB2|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['breaks'] });
	});

	it('are none in lyrics and comments', () => {
		const raw = 'A2 B2|\nw: hey! ho!\n% well! now!';
		expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
	});
});

describe('bar lines between lines', () => {
	it.each([
		['|:\nA2|\n:|', '|:A2:|'],
		['A2:|\n||\nB2||', 'A2:|\nB2||'],
		['A2|\n||\nB2', 'A2||\nB2'],
		['A2|\n|:\n|B2:|', 'A2|\n|:B2:|'],
		['|:A2|\n|1\nB2:|\n[2\nc2||', '|:A2|\n|1 B2:|\n[2 c2||'],
		['A2\n|:B2:|', 'A2|\n|:B2:|'],
		['A2\nK:D\n|B2|', 'A2|\nK:D\n|B2|'],
		['A2B2|\nG:|', 'A2B2|\nG :|'],
		['A2B2|\nG::A2|', 'A2B2|\nG ::A2|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['line-bars'] });
	});
});

describe('long lines', () => {
	it.each([
		['seven bars', 'A4|B4|c4|d4|e4|f4|g4||', 'A4|B4|c4|d4|\ne4|f4|g4||'],
		['nine bars', 'A4|B4|c4|d4|e4|f4|g4|a4|b4|]', 'A4|B4|c4|d4|\ne4|f4|g4|a4|b4|]'],
		['a double repeat', '|:A4|B4|c4|d4|e4::f4|g4|a4|b4:|', '|:A4|B4|c4|d4|e4:|\n|:f4|g4|a4|b4:|'],
		[
			'a pick-up, which is no bar',
			'A|B4|c4|d4|e4|f4|g4|a4|b3:|c|d4|e4||',
			'A|B4|c4|d4|e4|\nf4|g4|a4|b3:|\nc|d4|e4||',
		],
		[
			'endings, which stay with their section',
			'|:A4|B4|c4|d4|e4|f4|g4|1 a4:|2 b4||A4|B4|c4|d4||',
			'|:A4|B4|c4|d4|\ne4|f4|g4|1 a4:|2 b4||\nA4|B4|c4|d4||',
		],
		[
			'an ending after the fourth bar, which is no place to break',
			'|:A4|B4|c4|d4|1 e4|f4|g4|a4:|2 b4|c4|d4|e4||',
			'|:A4|B4|c4|\nd4|1 e4|f4|g4|\na4:|2 b4|c4|d4|e4||',
		],
		[
			'a note and a repeat at the start of a line',
			'A4|B4|c4|d4|e4|f4|g4|a4|b4|c4|d4|G:|A4|B4|c4|d4:|',
			'A4|B4|c4|d4|\ne4|f4|g4|a4|\nb4|c4|d4|G:|\nA4|B4|c4|d4:|',
		],
	])('%s', (_, raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['long-lines'] });
	});

	it.each([
		'A4|B4|c4|d4|e4|f4||',
		'A|B4|c4|d4|e4|f4|g4||',
		'A4|B4|c4|d4|e4|f4|g4||\nw: one two three',
		'A4|B4|c4|d4|e4|f4|g4|| % one breath',
		'"A|B|C|D|E|F|G"A4|B4||',
	])('%j is no longer than its writer wished', (raw) => {
		expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
	});
});

describe('short lines', () => {
	it.each([
		['A4|\nB4|\nc4|\nd4|\ne4|\nf4|\ng4|\na4||', 'A4|B4|c4|d4|\ne4|f4|g4|a4||'],
		['|A4|B4|\n|c4|d4|\n|e4|f4|\n|g4|a4|]', '|A4|B4|c4|d4|\ne4|f4|g4|a4|]'],
		['A4|\nB4:|\nc4|\nd4||', 'A4|B4:|c4|d4||'],
		['A4|\nB4|\nc4|\nd4:|\n|:e4|\nf4|\ng4|\na4:|', 'A4|B4|c4|d4:|\n|:e4|f4|g4|a4:|'],
		['A4|\nB4|\nK:D\nc4|\nd4|', 'A4|B4|\nK:D\nc4|d4|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['short-lines'] });
	});

	it('stay if one line of the body is longer, or lyrics stand below', () => {
		for (const raw of ['A4|\nB4|\nc4|d4|e4|\nf4|', 'A4|\nw:a\nB4|\nw:b\nc4|\nw:c\nd4|\nw:d'])
			expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
	});
});
