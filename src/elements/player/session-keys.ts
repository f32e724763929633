import { parseMode, tonicLabel } from '../../core/music.ts';

/** A key to transpose a tune to. */
export interface KeyChoice {
	/** `D major` */
	name: string;
	/** From the tune's own key in the shorter direction: -5 to 6. */
	semitones: number;
	/** Whether it is commonly played in at sessions. */
	common: boolean;
}

/** The twelve tonics in their most common spelling. */
const TONICS = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'];

const COMMON: Record<string, readonly string[]> = {
	major: ['D', 'G', 'A', 'C', 'F', 'Bb', 'E'],
	mixolydian: ['D', 'A', 'G', 'E', 'C'],
	dorian: ['E', 'A', 'D', 'G', 'B'],
	minor: ['E', 'A', 'B', 'D', 'G'],
};

/**
 * The twelve keys to which a tune of this mode (`Edorian`) can be transposed: its own, then common ones, then
 * the others. Empty when the mode cannot be read.
 */
export function keyChoices(mode: string): KeyChoice[] {
	const key = parseMode(mode);
	if (!key) return [];
	const own = pitchClass(key.tonic);
	const common = [key.tonic, ...(COMMON[key.mode] ?? COMMON['minor'] ?? [])];
	const choices = new Map<number, KeyChoice>();
	for (const tonic of [...common, ...TONICS]) {
		const semitones = ((pitchClass(tonic) - own + 17) % 12) - 5;
		if (choices.has(semitones)) continue;
		const name = `${tonicLabel(tonic)} ${key.mode}`;
		choices.set(semitones, { name, semitones, common: common.includes(tonic) });
	}
	return [...choices.values()];
}

const LETTERS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

function pitchClass(tonic: string): number {
	const letter = LETTERS[tonic.charAt(0)] ?? 0;
	return letter + (tonic.endsWith('#') ? 1 : tonic.endsWith('b') ? -1 : 0);
}
