import type { Step } from './model.ts';
import type { ParsedAccidental, ParsedKey, ParsedMeter } from './parsed-tune.ts';

export const ALTERS: Record<ParsedAccidental, number> = {
	dblflat: -2,
	flat: -1,
	quarterflat: -0.5,
	natural: 0,
	quartersharp: 0.5,
	sharp: 1,
	dblsharp: 2,
};

const MODES: Record<ParsedKey['mode'], string> = {
	'': 'major',
	m: 'minor',
	Dor: 'dorian',
	Mix: 'mixolydian',
	Lyd: 'lydian',
	Phr: 'phrygian',
	Loc: 'locrian',
};

/** `Edorian`, `F#minor`; empty without a key. */
export function keyName({ root, acc, mode }: ParsedKey): string {
	if (root === 'none') return '';
	return /^hp$/i.test(root) ? 'Highland pipes' : root + acc + MODES[mode];
}

/** How the key alters each step. */
export function keyAlters({ root, accidentals }: ParsedKey): Map<Step, number> {
	// `HP` prints no signature but sounds like `Hp`.
	if (root === 'HP') return new Map([...'FC'].map((step) => [step as Step, 1]));
	return new Map(accidentals.map(({ acc, note }) => [note.toUpperCase() as Step, ALTERS[acc]]));
}

/** `6/8`, `2+3/8`; empty when free. */
export function meterName({ type, value = [] }: ParsedMeter): string {
	if (type === 'common_time') return '4/4';
	if (type === 'cut_time') return '2/2';
	return value.map(({ num, den }) => (den === undefined ? num : `${num}/${den}`)).join(' ');
}

/** The length of a bar, as a fraction of a whole note; Infinity when free. */
export function barLength(meter: string): number {
	const match = /^([\d+]+)\/(\d+)/.exec(meter);
	if (!match?.[1]) return Infinity;
	const beats = match[1].split('+').reduce((sum, beat) => sum + Number(beat), 0);
	return beats / Number(match[2]);
}
