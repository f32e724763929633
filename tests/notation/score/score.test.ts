import { describe, expect, it } from 'vitest';
import { eventsOf, written } from './written.ts';

/** `A* 0 1 2¹ 2²`: each part with a star when repeated, and its bars with their endings. */
function outline(body: string, options?: Parameters<typeof written>[1]): string {
	return written(body, options)
		.parts.map(({ name, repeated, bars }) =>
			[
				name + (repeated ? '*' : ''),
				...bars.map(({ number, ending }) => (ending === null ? number : `${number}(${ending})`)),
			].join(' '),
		)
		.join(' / ');
}

const BAR = 'DEFG ABcd';

describe('parts and bars', () => {
	it.each([
		['one bar', `${BAR}|`, 'A 1'],
		['no bar line at all', BAR, 'A 1'],
		['a bar over two lines', `${BAR}|DEFG\nABcd|`, 'A 1 2'],
		['double bars', `${BAR}|${BAR}||${BAR}|]`, 'A 1 2 / B 1'],
		['repeats', `|:${BAR}:|\n|:${BAR}|${BAR}:|`, 'A* 1 / B* 1 2'],
		['a repeat without a start', `${BAR}:|${BAR}|]`, 'A* 1 / B 1'],
		['a double repeat', `|:${BAR}::${BAR}:|`, 'A* 1 / B* 1'],
		['endings', `|:${BAR}|1 ${BAR}:|2 ${BAR}||${BAR}|]`, 'A* 1 2(1) 2(2) / B 1'],
		['an ending on the next line', `|:${BAR}|1 ${BAR}:|\n[2 ${BAR}||`, 'A* 1 2(1) 2(2)'],
		['an ending after its bar line', `|:${BAR}|[1 ${BAR}:|\n|2 ${BAR}||`, 'A* 1 2(1) 2(2)'],
		['long endings', `|:${BAR}|1 ${BAR}|${BAR}:|2 ${BAR}|${BAR}||`, 'A* 1 2(1) 3(1) 2(2) 3(2)'],
		['many endings', `|:${BAR}|1,3 ${BAR}:|2,4 ${BAR}:|`, 'A* 1 2(1,3) 2(2,4)'],
		['P: on its own line', `P:Slow\n${BAR}|\nP:Quick\n${BAR}|`, 'Slow 1 / Quick 1'],
		['P: within a line', `[P:X]${BAR}|[P:Y]${BAR}|`, 'X 1 / Y 1'],
		['a second part under one P:', `P:Air\n${BAR}||${BAR}|]`, 'Air 1 / Air 2 1'],
		['bar lines with nothing between', `|:${BAR}:|\n||\n|:${BAR}:|`, 'A* 1 / B* 1'],
		['no music', '% nothing', ''],
		['only bar lines', '|:|:|]', ''],
	])('%s', (_, body, expected) => {
		expect(outline(body)).toBe(expected);
	});

	it.each([
		['before the first bar', `AB|${BAR}|`, '4/4', 'A 0 1'],
		['of every part', `|:AB|${BAR}|DEFGAB:|\n|:AB|${BAR}|DEFGAB:|`, '4/4', 'A* 0 1 2 / B* 0 1 2'],
		['before the repeat', `AB|:${BAR}|${BAR}:|`, '4/4', 'A* 0 1 2'],
		['between two repeats', `|:${BAR}:|AB|:${BAR}:|`, '4/4', 'A* 1 / B* 0 1'],
		['before a named part', `P:Air\nAB|:${BAR}:|`, '4/4', 'Air* 0 1'],
		['of a triplet', `(3ABc|${BAR}|`, '4/4', 'A 0 1'],
		['in a jig', 'A|DEF GAB|d3 d2:|', '6/8', 'A* 0 1 2'],
		['in a sum', 'A|DEFGA|', '2+3/8', 'A 0 1'],
	])('a pick-up %s', (_, body, meter, expected) => {
		expect(outline(body, { meter })).toBe(expected);
	});

	it.each([
		['a whole bar of triplets', '(3ABc (3ABc (3ABc (3ABc|ABcd ABcd|', '4/4', 'A 1 2'],
		['bars of half the metre', 'ABcd|ABcd|ABcd|', '4/4', 'A 1 2 3'],
		['bars in free metre', 'AB|ABcd|', 'none', 'A 1 2'],
		['a last part of one short bar', `|:${BAR}:|d4|]`, '4/4', 'A* 1 / B 1'],
	])('no pick-up: %s', (_, body, meter, expected) => {
		expect(outline(body, { meter })).toBe(expected);
	});

	it('knows where a bar stands in the ABC', () => {
		const abc = 'X:1\nT:Invented\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|"G"G4 z4|]\n';
		const bars = written('DEFG ABcd|"G"G4 z4|]').parts[0]?.bars ?? [];
		expect(bars.map(({ startChar, endChar }) => abc.slice(startChar, endChar).trim())).toEqual([
			'DEFG ABcd',
			'"G"G4 z4',
		]);
	});

	it('says the key and the metre, and where they change', () => {
		const { key, meter, parts } = written(`${BAR}|\nK:Em\n[M:3/4]DEF GAB|DEF GAB|`, { key: 'F#m' });
		expect([key, meter]).toEqual(['F#minor', '4/4']);
		const changes = parts.flatMap(({ bars }) => bars.map((bar) => [bar.key, bar.meter]));
		expect(changes).toEqual([
			[null, null],
			['Eminor', '3/4'],
			[null, null],
		]);
	});

	it('keeps the marks of a bar line', () => {
		expect(written(`${BAR}!D.C.!|]`).parts[0]?.bars[0]?.marks).toEqual(['D.C.']);
	});

	it('reads the first voice only', () => {
		const score = written('V:1\nDEFG ABcd|\nV:2\nD8|');
		expect(eventsOf(score)).toHaveLength(8);
		expect(eventsOf(written('DEFG ABcd & D8|'))).toHaveLength(8);
	});
});
