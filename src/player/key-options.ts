import { keyLabel } from '../domain/music.ts';
import { keyChoices, type KeyChoice } from '../domain/session-keys.ts';

const MODES: Record<string, string> = {
	maj: 'major',
	min: 'minor',
	dor: 'dorian',
	mix: 'mixolydian',
	lyd: 'lydian',
	phr: 'phrygian',
	loc: 'locrian',
};

/** Keys to move a tune to, from the key of its header (`Edor`); its own alone where that is unknown. */
export function keyOptions(headerKey: string): KeyChoice[] {
	const [, tonic = '', mode = ''] = /^([A-G][#b]?)(\w{3})/.exec(headerKey) ?? [];
	const choices = keyChoices(tonic + (MODES[mode] ?? ''));
	if (choices.length > 0) return choices;
	return [{ name: keyLabel(headerKey), semitones: 0, common: true }];
}
