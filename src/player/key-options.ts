import { parseMode, keyLabel } from '../domain/music.ts';
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

/** Keys to move a tune to, from the key of its header (`Edor`); the present one always among them. */
export function keyOptions(headerKey: string, semitones: number): KeyChoice[] {
	const [, tonic = '', mode = ''] = /^([A-G][#b]?)(\w{3})/.exec(headerKey) ?? [];
	const name = tonic + (MODES[mode] ?? '');
	const choices = parseMode(name)
		? keyChoices(name)
		: [{ name: keyLabel(headerKey), semitones: 0 }];
	if (choices.some((choice) => choice.semitones === semitones)) return choices;
	const steps = `${Math.abs(semitones)} semitones ${semitones < 0 ? 'down' : 'up'}`;
	return [...choices, { name: steps, semitones }];
}
