import { describe, expect, it } from 'vitest';
import { isProse } from '../../../src/notation/abc/prose.ts';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';

describe('prose', () => {
	it.each([
		'Played slowly by my grandfather, key of D',
		'Variation for bar 3:',
		'second part twice as fast',
		'* from the singing of nobody',
		'Part B',
		'Fine',
		'Coda',
		'D.C. al fine',
		'D.S.',
		'2nd time round',
		'Am G D Em',
		'-- the old way --',
		'Seinnte go mall, mar a chuala mé é',
		'Transcribed from a tape nobody has | kept anywhere at all',
		'* * *',
		'2.',
	])('%j is words', (line) => {
		expect(isProse(line)).toBe(true);
	});

	it.each([
		'ABcd efga',
		'bagged face cabbage',
		'|:GBd gdB|cec BdB:|',
		'"slowly, with much feeling"A2 B2',
		'!crescendo(!A2 B2 !crescendo)!c2',
		'[r:remember the roll]A2 B2',
		'A2 B2 % the second time quietly',
		'TA2 uB vc ~d2 .e MA PB',
		'x4 z4 y Z2',
		'|',
		'A h B',
		'GBd hdB|cec BdB|',
		'(3ABc (3:2:3def',
	])('%j is music, or might be', (line) => {
		expect(isProse(line)).toBe(false);
	});

	it.each([
		['Slowly and sadly\n|:A2B2:|', '|:A2B2:|'],
		['|:A2B2:|\nhttps://example.com/tunes/7\n|:c2d2:|', '|:A2B2:|\n|:c2d2:|'],
		['|:A2B2:| www.example.com/x', '|:A2B2:|'],
		['Variation: |A2B2|', '|A2B2|'],
		['1st part: |:A2B2:|', '|:A2B2:|'],
		['|:A2B2:| repeat once more', '|:A2B2:|'],
		['|A2B2|| D.C. al fine', '|A2B2||'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['prose'] });
	});
});

describe('fields', () => {
	it.each([
		['X:1\nT:Name\nR:jig\nS:me\nZ:me\nN:x\nH:y\nO:z\nK:D\nA2B2|', 'K:D\nA2B2|'],
		['%%scale 2\nI:linebreak $\nA2B2|\nr: remark', 'A2B2|'],
		['A2[I:setbarnb 5]B2|', 'A2B2|'],
		['A: |:A2B2:|\nB:\n|:c2d2:|', '|:A2B2:|\n|:c2d2:|'],
		['A:|:A2B2:|', '|:A2B2:|'],
		['P:A |:A2B2:|', 'P:A\n|:A2B2:|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['fields'] });
	});

	it.each(['e:|', 'w:la la', 'W: la la | la', 's: * *', 'U:T=!trill!', '% X:1', 'P:A'])(
		'%j stays',
		(line) => {
			expect(tidyAbc(`A2B2|\n${line}`)).toEqual({ body: `A2B2|\n${line}`, mends: [] });
		},
	);
});

describe('keys and metres', () => {
	it.each([
		['A|\nK:gmaj\nB|', 'A|\nK:Gmaj\nB|'],
		['A|\nk:F# minor\nB|', 'A|\nK:F#minor\nB|'],
		['A|\nK:f♯ dorian\nB|', 'A|\nK:F#dorian\nB|'],
		['A|\nK:b flat\nB|', 'A|\nK:Bb\nB|'],
		['A|K:Amin B|', 'A|[K:Amin] B|'],
		['A| K:a minor |B|', 'A| [K:Aminor] |B|'],
		['A| K:D|B|', 'A| [K:D]|B|'],
		['A|\nm:3/4\nB|', 'A|\nM:3/4\nB|'],
		['A|M:3/4 B| L:1/16 c|Q:120 d|', 'A|[M:3/4] B| [L:1/16] c|[Q:120] d|'],
		['A|\nK:D |:B:|', 'A|\n[K:D] |:B:|'],
		['A|[k:gmaj]B|', 'A|[K:Gmaj]B|'],
		['A|[K:D B|', 'A|[K:D]B|'],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({ body, mends: ['keys'] });
	});

	it.each([
		'A|\nK:G\nB|',
		'A|\nK: G minor\nB|',
		'A|\nK:D clef=bass\nB|',
		'A|[K:Amin]B|[M:6/8]c|',
		'"K:D "A|',
		'A| % K:d',
		'w: K:d',
		'K:none',
	])('%j is well', (raw) => {
		expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
	});
});

describe('quotes', () => {
	it.each([
		['"G G2B|', ' G2B|'],
		['"Am"A2 "Em B2|"D"d2|', '"Am"A2  B2|"D"d2|'],
		['"Am A2 |"D" d2|"G" e|', ' A2 |"D" d2|"G" e|'],
		['A2 "Dm7c2|', 'A2 c2|'],
		['A2 "D/F#c2|', 'A2 c2|'],
		['A2 "Bcd|', 'A2 Bcd|'],
		['A2|B2"|', 'A2|B2|'],
		['“G”A2 „Am”B2', '"G"A2 "Am"B2'],
		['c’d|', "c'd|"],
	])('%j', (raw, body) => {
		expect(tidyAbc(raw)).toEqual({
			body: body.trim(),
			mends:
				raw.startsWith('"G G') || raw.startsWith('"Am A2') ? ['line-ends', 'quotes'] : ['quotes'],
		});
	});

	it('are looked for line by line', () => {
		expect(tidyAbc('"G"A2 "|\n"D"B2|').body).toBe('"G"A2 |\n"D"B2|');
	});
});
