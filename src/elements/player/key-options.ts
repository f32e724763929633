import { keyLabel } from '../../core/music.ts';
import { keyChoices, type KeyChoice } from './session-keys.ts';
import { transposeKey } from '../../notation/score/transpose.ts';

const MODES: Record<string, string> = {
	maj: 'major',
	min: 'minor',
	dor: 'dorian',
	mix: 'mixolydian',
	lyd: 'lydian',
	phr: 'phrygian',
	loc: 'locrian',
};

const known = new Map<string, KeyChoice[]>();

/**
 * Keys to which a tune can be transposed from the key of its header (`Edor`), named as the staff will spell
 * them; only its own if that cannot be read.
 */
export function keyOptions(headerKey: string): KeyChoice[] {
	let options = known.get(headerKey);
	if (!options) {
		options = keyChoices(modeOf(headerKey)).map((choice) => {
			const moved = keyLabel(modeOf(transposeKey(headerKey, choice.semitones)));
			return { ...choice, name: moved || choice.name };
		});
		known.set(headerKey, options);
	}
	if (options.length > 0) return options;
	return [{ name: keyLabel(headerKey), semitones: 0, common: true }];
}

/** `Edor` → `Edorian` */
function modeOf(headerKey: string): string {
	const [, tonic = '', mode = ''] = /^([A-G][#b]?)(\w{3})/.exec(headerKey) ?? [];
	return tonic + (MODES[mode] ?? '');
}
