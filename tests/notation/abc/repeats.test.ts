import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';

describe('double repeats', () => {
	it.each([
		['|:A:|:B:|', '|:A::B:|'],
		['|:A:||:B:|', '|:A::B:|'],
		['|:A:|]:B:|', '|:A::B:|'],
		['|:A:|[|:B:|', '|:A::B:|'],
		['|:A : | : B:|', '|:A :: B:|'],
		['|:A:| |:B:|', '|:A::B:|'],
		['|:A::|:B:|', '|:A::B:|'],
		['|:A: :B:|', '|:A::B:|'],
		['|::A::|B|]', '|:A:|B|]'],
		['|:A|B : |', '|:A|B :|'],
		['B| :A|B:|', 'B|:A|B:|'],
		['B|]:A|B:|', 'B|:A|B:|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['double-repeats'] });
	});
});

describe('numbers of endings', () => {
	it.each([
		['|:A| 1 B:| 2 c||', '|:A|1 B:|2 c||'],
		['|:A|1. B:|2.c||', '|:A|1 B:|2c||'],
		['|:A [1. B:| [2. c||', '|:A [1 B:| [2 c||'],
		['|:A|\n1 B|c:|\n2 B|d||', '|:A|\n[1 B|c:|\n[2 B|d||'],
		['|:A|1 B:| |2 c||', '|:A|1 B:|2 c||'],
		['|:A|1 B:| | [2 c||', '|:A|1 B:| [2 c||'],
		['|:A|1,2-3 B:|4 c||', '|:A|1,2,3 B:|4 c||'],
		['|:A|1,2, B:|3 c||', '|:A|1,2 B:|3 c||'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['endings'] });
	});

	it.each(['|:A|1B:|2c||', '|:A|[1 B:|[2 c||', '|:A| [1 B:| [2 c||', '|:A[1B:|[2c||'])(
		'%j reads well',
		(raw) => {
			expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
		},
	);
});

describe('ends of repeats', () => {
	it.each([
		['none ahead of the second ending', '|:A|1 B|2 c||', '|:A|1 B:|2 c||'],
		['a double bar there', '|:A|1 B||2 c||', '|:A|1 B:|2 c||'],
		['no bar line there at all', '|:A[1B[2c||', '|:A[1B:|[2c||'],
		['one after the last ending', '|:A|1 B:|2 c:|', '|:A|1 B:|2 c||'],
		['a double repeat there', '|:A|1 B:|2 c::d:|', '|:A|1 B:|2 c|:d:|'],
		['one ahead of the first ending', '|:A:|1 B:|2 c||', '|:A|1 B:|2 c||'],
		['the first number twice', '|:A|1 B:|1 c||', '|:A|1 B:|2 c||'],
		['a number too high', '|:A|1 B:|3 c||', '|:A|1 B:|2 c||'],
		['a second ending without a first', '|:A:|2 c||', '|:A:| c||'],
		['a number with nothing behind it', '|:A:|1', '|:A:|'],
		['an ending played before another, last', '|:A|1,3 B:|2 c||', '|:A|1,3 B:|2 c:|'],
		['an ending played twice, last', '|:A|1 B:|2,3 c|]', '|:A|1 B:|2,3 c:|'],
		['a single note behind the last one', '|:A2:|B2', '|:A2:|B2|'],
	])('%s', (_, raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['repeat-ends'] });
	});
});

describe('starts of repeats', () => {
	it.each([
		['endings', 'A|1 B:|2 c||', '|:A|1 B:|2 c||'],
		['a bar line at the start', '|A|1 B:|2 c||', '|:A|1 B:|2 c||'],
		['a field at the start', 'K:D\nA|1 B:|2 c||', 'K:D\n|:A|1 B:|2 c||'],
		['a pick-up', 'G|A|1 B:|2 c||', '|:G|A|1 B:|2 c||'],
		['two sections', 'A|1 B:|2 c||\nd|1 e:|2 f||', '|:A|1 B:|2 c||\n|:d|1 e:|2 f||'],
		['two on one line', 'A|1 B:|2 c||d|1 e:|2 f||', '|:A|1 B:|2 c|:d|1 e:|2 f||'],
		['a bar line on the next line', '|:A|1 B:|2 c||\n|d:|', '|:A|1 B:|2 c||\n|:d:|'],
		['a key between', '|:A|1 B:|2 c||\nK:D\nd:|', '|:A|1 B:|2 c||\nK:D\n|:d:|'],
		['endings after a plain repeat', '|:A:|B|1 c:|2 d||', '|:A::B|1 c:|2 d||'],
		['a plain one after a double bar', 'A||B:|', 'A|:B:|'],
		['a plain one after a thick bar', 'A|]\nB2:|', 'A|]\n|:B2:|'],
		['a plain one after endings', '|:A|1 B:|2 c||d:|', '|:A|1 B:|2 c|:d:|'],
		['a new line as the only sign', '|:A|1 B:|2 c|\nd|1 e:|2 f||', '|:A|1 B:|2 c|\n|:d|1 e:|2 f||'],
		['no sign, a long last ending', '|:A|1 B:|2 c|d|e|f:|', '|:A|1 B:|2 c|:d|e|f:|'],
		['an ending played before another', '|:A|1,3 B:|2 c||d|e||', '|:A|1,3 B:|2 c|:d|e||'],
	])('%s', (_, raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['repeat-starts'] });
	});

	it.each(['A2:|', 'A|B:|\nc|d:|', 'G|:A:|B:|', '|:A||B:|', '|:A|1 B:|2 c||d|e||', 'A||B||'])(
		'%j needs none',
		(raw) => {
			expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
		},
	);
});

describe('ties', () => {
	it.each([
		['A-B|', 'AB|'],
		['A-|B|', 'A|B|'],
		["A-a|a-a'|", "Aa|aa'|"],
		['A-z|', 'Az|'],
		['|:A-:|A|', '|:A:|A|'],
		['[CE]-[CF]|', '[CE][CF]|'],
		['[CE]-C|', '[CE]C|'],
		['=A-|_A|', '=A|_A|'],
		['|:A-|1 A:|2 B||', '|:A|1 A:|2 B||'],
		['|:A-|1 A:|\n[2 A||', '|:A|1 A:|\n[2 A||'],
		['A-', 'A'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['ties'] });
	});

	it.each([
		'A-A|A2-|A2|',
		'A- | A2|',
		'(A-)A|',
		'A-{g}A-"Am"A|',
		'A-\nA|',
		'[CE]-[CE]|',
		'C-[CE]|',
		'^A-|A^A-^A|',
		'[C-E-][CE]|',
		'|:A-|1 A:|2 A||',
	])('%j binds', (raw) => {
		expect(tidyAbc(raw).mends).not.toContain('ties');
	});
});
