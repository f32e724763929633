import { describe, expect, it } from 'vitest';
import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { readScore } from '../../../src/notation/score/score.ts';
import { eventsOf } from './written.ts';

const HEADER = 'X:1\nT:Invented\nM:4/4\nL:1/8\nK:D\n';

it('gives the tune without warnings', () => {
	const { tune, warnings, problems } = parseAbc(`${HEADER}DEFG ABcd|\n`);
	expect(tune.lines).toHaveLength(1);
	expect([warnings, problems]).toEqual([[], []]);
});

describe('problems', () => {
	it.each([
		['DE?FG|', 'character', 6, 3],
		['DEFG|\nAB#c|', 'character', 7, 3],
		['DEFG:ABcd|', 'bar', 6, 5],
		['!frill!DEFG|', 'decoration', 6, 1],
		['"Am DEFG|', 'quote', 6, 1],
		['D5/7EFG|', 'duration', 6, 5],
		['(3(3DEF GAB|', 'tuplet', 6, 3],
		['[ DF]EFG|', 'notes', 6, 2],
		['{z}EFG|', 'notes', 6, 1],
	])('%j has one of kind %s', (body, kind, line, column) => {
		const { problems } = parseAbc(`${HEADER}${body}\n`);
		expect(problems).toContainEqual(expect.objectContaining({ kind, line, column }));
	});

	it('are told in plain text, with the source as it stands', () => {
		const { warnings, problems } = parseAbc(`${HEADER}DE <b>&amp; FG|\n`.replaceAll('\n', '\r\n'));
		expect(problems.map(({ line }) => line)).toEqual(problems.map(() => 6));
		expect(warnings).toContain('Line 6, column 9: Unknown character ignored: DE <b>&amp; FG|');
	});

	it('a tune that abcjs fails on has no lines, and says so', () => {
		const { tune, problems } = parseAbc(`${HEADER}T:x\nprogram\n 0!V:2\nT:x\n"Am"%%MIDI`);
		expect(tune.lines).toEqual([]);
		expect(problems).toEqual([expect.objectContaining({ kind: 'failure', line: 0 })]);
		expect(readScore(tune)).toEqual({ key: '', meter: '', parts: [] });
	});
});

it('keeps nothing of the tune before', () => {
	const first = () => eventsOf(readScore(parseAbc(`${HEADER}A2|\n`).tune)).at(0);
	const clean = first();
	parseAbc(`${HEADER}A2|"Am"~{g}\\\n`);
	expect(first()).toEqual(clean);
});
