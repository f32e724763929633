import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import { SETTING } from '../upstream.ts';

/** ABC on which parsers and layouts have thrown. */
const ABC: [string, string][] = [
	['a tie into nothing', 'G2-|'],
	['a slur into nothing', '(G2BG|'],
	['an end before a beginning', 'G2):|]|2'],
	['a clef that is none', 'K:G clef=nowhere octave=99\nG8|'],
	['a percussion clef', 'K:perc\nG8|'],
	['a key of bagpipes', 'K:HP\nG8|'],
	['a key of none', 'K:none\nG8|'],
	['a metre by zero', 'M:4/0\nL:1/0\nG8|'],
	['a length of nothing', 'L:\nG8|'],
	['a tempo of nothing', 'Q:0\nG8|'],
	['a tempo of infinity', 'Q:1/4=999999999999\nG8|'],
	['voices', 'V:1 clef=bass\nG8|\nV:2\nD8|\n[V:1]A8|'],
	['a voice nobody opened', '[V:99]G8|'],
	['a score', '%%score (1 2) 3\nG8|'],
	['a page', '%%pagewidth -1\n%%scale 1e9\nG8|'],
	['MIDI', '%%MIDI program 999999\n%%MIDI drum zzzz\nG8|'],
	['a macro', 'm: ~G2 = {A}G{F}G\n~G2 G6|'],
	['a symbol of the user', 'U: T = !trill!\nTG8|'],
	['words with nothing to sing', 'w: la - - la _ * |\nG8|'],
	['a grace before nothing', '{gag}|G8|{'],
	['a decoration nobody knows', '!nonsense!G8 !crescendo(!A8|'],
	['an annotation to nowhere', '"@1e9,-1e9 far"G8|'],
	['a multimeasure rest', 'Z9999|G8|'],
	['an invisible rest', 'x8|X4|y99|'],
	['a broken rhythm into nothing', '>G <A G>|<B'],
	['a tuplet longer than its bar', '(9:2:99GAB|'],
	['an overlay', 'G8&D8&|'],
	['a repeat of a repeat', '|::::G8::::|'],
	['an ending of many', '|1,3-5,99999 G8:|'],
	['an inline field that never ends', '[K:D G8|'],
	['a field of a letter nobody knows', 'E:1\n%%%\nG8|'],
	['another tune behind it', 'G8|\nX:2\nT:Second\nK:D\nD8|'],
	['a constructor for a key', 'K:__proto__\nM:constructor\nG8|'],
	['a microtone', '^/G8 _3/2A8|'],
	['a staff of 300 lines', 'K:G stafflines=300\nG8|'],
	['NUL', 'G\0A\0|'],
	['emoji', '🎻G8|'],
	['full width letters', 'ＧＡＢ|'],
];

const rows = ABC.map(([what, abc]): Oddity => ({
	name: `a setting has ${what}`,
	change: (upstream, id) =>
		upstream.tune(id, { abc }, { settings: [{ id: id + SETTING, abc: abc.split('\n') }] }),
	shown(site, id) {
		expect(site.has(`/tunes/${id}`)).toBe(true);
		expect(site.value('SELECT count(*) FROM setting WHERE id = ?', id + SETTING)).toBe(1);
		// Drawn, or said why not.
		const drawing = site.row('SELECT svg, fault FROM drawing WHERE setting_id = ?', id + SETTING);
		expect(drawing?.['svg'] !== null || drawing['fault'] !== null).toBe(true);
	},
}));

export const exceptions: OddityKind = { title: '12: exceptions of one thing', rows };
