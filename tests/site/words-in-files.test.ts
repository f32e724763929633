import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abcHeader, drawnAbc, tunebookBody } from '../../src/notation/abc.ts';
import { calendarFile } from '../../src/site/icalendar.ts';

/** All that some program takes for the end of a line. */
const ENDS = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const LINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

describe('the header of an ABC tune', () => {
	it.each(ENDS)('has a line for each field with %j in every one', (end) => {
		const text = `a${end}X: 2${end}K: C`;
		const header = abcHeader({ number: 1, name: text, type: text, meter: text, mode: text });
		expect(header.split(LINES).map((line) => line.slice(0, 2))).toEqual([
			'X:',
			'T:',
			'R:',
			'M:',
			'L:',
			'K:',
			'',
		]);
		const drawn = drawnAbc({ meter: text, mode: text, body: 'abc|' });
		expect(drawn.split(LINES)).toHaveLength(6);
	});

	it('is as it was where nothing is odd', () => {
		const header = {
			number: 2,
			name: 'The Heron’s',
			type: 'slip jig',
			meter: '9/8',
			mode: 'Edorian',
		};
		expect(abcHeader(header)).toBe('X: 2\nT: The Heron’s\nR: slip jig\nM: 9/8\nL: 1/8\nK: Edor\n');
	});
});

describe('the notes in a file of several tunes', () => {
	it.each([
		['abc|\n\nX: 2\nT: Another\nK: C\nabc|', 'abc|\n% X: 2\nT: Another\nK: C\nabc|'],
		['abc|\n \t\n%%titlefont x\ndef|', 'abc|\n% %%titlefont x\ndef|'],
		['abc|\u2028X:3\u2029K:C', 'abc|\n% X:3\nK:C'],
		['|:abc|\r\ndef:|\r', '|:abc|\ndef:|'],
		['</textarea></pre>', '</textarea></pre>'],
	])('%j are written as %j', (abc, body) => {
		expect(tunebookBody(abc)).toBe(body);
	});

	it('never begin another tune', () => {
		const piece = fc.constantFrom(...ENDS, 'X:', 'x:', ' ', '%%', 'abc|', '\t');
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				for (const line of tunebookBody(pieces.join('')).split(LINES))
					expect(line).not.toMatch(/^\s*(X:|%%)|^\s+$/);
			}),
		);
	});
});

it('holds no line in a calendar but those of the calendar', () => {
	const event = { starts: '2030-04-25 20:00:00', ends: null, stamp: '2030-01-01 00:00:00' };
	const text = `a${ENDS.join('b')}BEGIN:VEVENT\u0000\u0007\u007F\uD800 \u{1F3BB}${'é'.repeat(80)};,\\`;
	const file = calendarFile(
		[
			{
				...event,
				uid: 'x',
				summary: text,
				location: text,
				latitude: null,
				longitude: null,
				url: 'y',
			},
		],
		text,
	);
	const lines = file.split('\r\n');
	expect(lines.filter((line) => !/^([A-Z-]+[:;]| )/.test(line))).toEqual(['']);
	expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
	for (const line of lines) {
		expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(line).not.toMatch(/[^\P{C}\t]/u);
	}
	const summary = file.replaceAll('\r\n ', '').match(/^SUMMARY:(.*)$/m)?.[1];
	expect(summary?.replaceAll('\\n', '')).toBe(
		`abbbbbbbBEGIN:VEVENT\uFFFD \u{1F3BB}${'é'.repeat(80)}\\;\\,\\\\`,
	);
});
