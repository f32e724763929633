import type { Pitch, Step } from './model.ts';
import type { ParsedKey, ParsedPitch } from './parsed-tune.ts';
import { ALTERS, keyAlters } from './signatures.ts';

const STEPS = ['C', 'D', 'E', 'F', 'G', 'A', 'B'] as const satisfies Step[];
const SEMITONES: Record<Step, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Diatonic steps from C0, ignoring accidentals: C4 is 28, D4 is 29. */
export function height({ step, octave }: Pick<Pitch, 'step' | 'octave'>): number {
	return octave * 7 + STEPS.indexOf(step);
}

/** Determines the pitches of a voice's notes, which are read in written order. */
export class PitchReader {
	#key = new Map<Step, number>();
	/** By height: an accidental applies to its own octave until the end of the bar. */
	#bar = new Map<number, number>();

	startKey(key: ParsedKey): void {
		this.#key = keyAlters(key);
	}

	startBar(): void {
		this.#bar.clear();
	}

	/** @param tied the note this one continues, which overrides the key and the bar */
	read({ pitch, accidental }: ParsedPitch, tied?: Pitch): Pitch {
		const { step, octave } = placeOf(pitch);
		const at = height({ step, octave });
		if (accidental) this.#bar.set(at, ALTERS[accidental]);
		const byKey = this.#key.get(step) ?? 0;
		const alter = tied?.alter ?? this.#bar.get(at) ?? byKey;
		return {
			midi: (octave + 1) * 12 + SEMITONES[step] + Math.trunc(alter),
			step,
			alter,
			octave,
			accidental: accidental !== undefined || alter !== byKey,
		};
	}
}

function placeOf(pitch: number): { step: Step; octave: number } {
	const above = Math.floor(pitch / 7);
	return { step: STEPS[pitch - above * 7] ?? 'C', octave: 4 + above };
}
