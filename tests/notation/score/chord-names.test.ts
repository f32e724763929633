import { expect, it } from 'vitest';
import { chordWords } from '../../../src/notation/score/chord-names.ts';

it.each([
	['G', 'G major'],
	['Am', 'A minor'],
	['Amin', 'A minor'],
	['A-', 'A minor'],
	['Bb', 'B flat major'],
	['B♭', 'B flat major'],
	['F#m', 'F sharp minor'],
	['F♯m', 'F sharp minor'],
	['D7', 'D 7'],
	['Em7', 'E minor 7'],
	['Gmaj7', 'G major 7'],
	['GM7', 'G major 7'],
	['Gmaj', 'G major'],
	['Dsus4', 'D suspended 4'],
	['Asus', 'A suspended'],
	['Cadd9', 'C add 9'],
	['Gno3', 'G without 3'],
	['C#dim', 'C sharp diminished'],
	['E°', 'E diminished'],
	['Bø', 'B half diminished'],
	['Caug', 'C augmented'],
	['A7sus4', 'A 7 suspended 4'],
	['Em7(b5)', 'E minor 7 flat 5'],
	['G/B', 'G major over B'],
	['Am7/F#', 'A minor 7 over F sharp'],
	['D5', 'D 5'],
])('%s is %s', (symbol, expected) => {
	expect(chordWords(symbol)).toBe(expected);
});

it.each(['', 'N.C.', 'x', 'H', 'Ending', 'D.C.', 'Fine', 'last time', 'Bm?', 'G/H'])(
	'%j is no chord',
	(symbol) => {
		expect(chordWords(symbol)).toBeUndefined();
	},
);
