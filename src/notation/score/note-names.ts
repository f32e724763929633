import type { Pitch } from './model.ts';
import { height } from './pitches.ts';

/** D4, the lowest note of a D whistle: octaves are counted from here. */
const WHISTLE = height({ step: 'D', octave: 4 });

const OCTAVES = new Map([
	[-1, 'low'],
	[0, ''],
	[1, 'high'],
]);

/** Empty from the D above middle C to the C sharp above it, `low` below, `high` and `very high` above. */
export function octaveName(pitch: Pick<Pitch, 'step' | 'octave'>): string {
	const octave = Math.floor((height(pitch) - WHISTLE) / 7);
	return OCTAVES.get(octave) ?? (octave < 0 ? 'very low' : 'very high');
}

const ALTERED = new Map([
	[-2, 'double flat'],
	[-1, 'flat'],
	[-0.5, 'half flat'],
	[0.5, 'half sharp'],
	[1, 'sharp'],
	[2, 'double sharp'],
]);

/** `F sharp`; `F natural` where F is not natural in the key. */
function noteName({ step, alter, accidental }: Pitch): string {
	const altered = ALTERED.get(alter) ?? (accidental ? 'natural' : '');
	return [step, altered].filter(Boolean).join(' ');
}

/**
 * Names the notes of a bar in order and states the octave where it changes. The bar starts in the plain
 * octave, which is called `middle` when returned to from another.
 */
export function noteNamer(): (pitch: Pitch) => string {
	let now = '';
	return (pitch) => {
		const octave = octaveName(pitch);
		const said = octave === now ? '' : octave || 'middle';
		now = octave;
		return [said, noteName(pitch)].filter(Boolean).join(' ');
	};
}
