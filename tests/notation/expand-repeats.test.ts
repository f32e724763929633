import { describe, expect, it } from 'vitest';
import { playedNotes } from './expand-repeats.ts';

/** What is played in C, in letters; notes below middle C, above the next octave or bent are numbers. */
function played(body: string, mode = 'Cmajor'): string {
	const names: Record<number, string> = {
		...{ 60: 'C', 62: 'D', 64: 'E', 65: 'F', 67: 'G', 69: 'A', 71: 'B' },
		...{ 72: 'c', 74: 'd', 76: 'e', 77: 'f', 79: 'g', 81: 'a', 83: 'b' },
	};
	return playedNotes(body, mode)
		.map(({ pitch }) => names[pitch] ?? ` ${pitch} `)
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
}

describe('repeats', () => {
	it.each([
		['CD|EF|', 'CDEF'],
		['|:CD|EF:|', 'CDEFCDEF'],
		['CD|EF:|', 'CDEFCDEF'],
		['CD:|EF:|', 'CDCDEFEF'],
		['|:C::D:|E', 'CCDDE'],
		['G|:C:|D|]', 'GCCD'],
		['|:C:|\nG|:D:|', 'CCGDD'],
		['C||D:|', 'CDD'],
		['|:C||D:|', 'CDCD'],
		['C||D|]', 'CD'],
		['|:C:|\n|:D:|', 'CCDD'],
		['|:C:||:D:|]', 'CCDD'],
	])('%j is %s', (body, notes) => {
		expect(played(body)).toBe(notes);
	});
});

describe('endings', () => {
	it.each([
		['|:C|1 D:|2 E||', 'CDCE'],
		['|:C [1D:| [2E|]F|', 'CDCEF'],
		['|:C|\n[1 D:|\n[2 E||', 'CDCE'],
		['|:C|1 D:| |2 E||F', 'CDCEF'],
		['|:C|1 D:|2 E|F||\n|:G|1 A:|2 B|]', 'CDCEFGAGB'],
		['|:C|1 D:|2 E|:F:|', 'CDCEFF'],
		['|:C|1 D:|2 E:|:F:|', 'CDCEFF'],
		['|:C|1,3 D:|2 E:|F', 'CDCECDF'],
		['|:C|1,3 D:|2 E||F', 'CDCECDF'],
		['|:C|1-3 D:|4 E||F', 'CDCDCDCEF'],
		['|:C|1 D:|2 E:|3 F||G', 'CDCECFG'],
		['|:C|1 D:|E|F|', 'CDCEF'],
		['G|:C|1 DG:|2 E||', 'GCDGCE'],
	])('%j is %s', (body, notes) => {
		expect(played(body)).toBe(notes);
	});
});

describe('pitches', () => {
	it.each([
		["C,,C,Cc c'c''", 'Cmajor', '36 48 Cc 84 96'],
		['FfCc', 'Dmajor', '66 78 61 73'],
		['BbEe', 'Bbmajor', '70 82 63 75'],
		['FCGD', 'Bminor', '66 61 GD'],
		['FCB', 'Edorian', '66 61 B'],
		['FCB', 'Amixolydian', '66 61 B'],
		['FB', 'Clydian', '66 B'],
		['BE', 'Dphrygian', '70 63'],
		['FCGDA', 'F#minor', '66 61 68 DA'],
		['^C_DE=F', 'Dmajor', '61 61 EF'],
		['^^C__D', 'Cmajor', 'DC'],
		['^CC|C', 'Cmajor', '61 61 C'],
		['^CcC', 'Cmajor', '61 c 61'],
		['F=FF|F', 'Gmajor', '66 FF 66'],
		['F[K:D]CF|\nK:Fmaj\nCB', 'Cmajor', 'F 61 66 C 70'],
		['[CEG]2z[^Ce]', 'Cmajor', 'CEG 61 e'],
	])('%j in %s is %s', (body, mode, notes) => {
		expect(played(body, mode)).toBe(notes);
	});
});

describe('what does not sound', () => {
	it.each([
		['C-C|C2-|C2-|CD', 'CCD'],
		['C-D', 'CD'],
		['C-zC', 'CC'],
		['C-c', 'Cc'],
		['^C-|CC', '61 C'],
		['[CE]-[CE]', 'CE'],
		['[CE]-[CF]', 'CEF'],
		['[C-E]C', 'CE'],
		['|:C-|1 CD:|2 CE||', 'CDCE'],
		['{cde}F {/g}A', 'FA'],
		['z2 x4 y Z C', 'C'],
		['"Am"C "^fade"D', 'CD'],
		['!fade!C !D.C.!D', 'CD'],
		['C % fade\n% face\nw: bad cafe\nP:A\nM:C|\nD', 'CD'],
		['~C .D TE uF vG (3ABc', 'CDEFGABc'],
		['C>D E<F G3/2A/', 'CDEFGA'],
	])('%j is %s', (body, notes) => {
		expect(played(body)).toBe(notes);
	});

	it('tells where a note stands', () => {
		expect(playedNotes('|:C "Am"[EG]:|', 'Cmajor').map(({ at }) => at)).toEqual([2, 8, 8, 2, 8, 8]);
	});
});
