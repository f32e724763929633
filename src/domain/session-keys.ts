import { parseMode, tonicLabel } from './music.ts';

/** A key to move a tune to. */
export interface KeyChoice {
	/** `D major` */
	name: string;
	/** From the tune's own key, the nearer way: -5 to 6. */
	semitones: number;
}

const SEMITONES: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Keys that tunes of a mode are commonly played in. */
const COMMON: Record<string, readonly string[]> = {
	major: ['D', 'G', 'A', 'C', 'F', 'Bb', 'E'],
	mixolydian: ['D', 'A', 'G', 'E', 'C'],
	dorian: ['E', 'A', 'D', 'G', 'B'],
	minor: ['E', 'A', 'B', 'D', 'G'],
};

/** The keys a tune of this mode (`Edorian`) may be moved to, its own first; empty when unknown. */
export function keyChoices(mode: string): KeyChoice[] {
	const key = parseMode(mode);
	if (!key) return [];
	const own = pitchClass(key.tonic);
	const tonics = [...new Set([key.tonic, ...(COMMON[key.mode] ?? COMMON['minor'] ?? [])])];
	return tonics.map((tonic) => ({
		name: `${tonicLabel(tonic)} ${key.mode}`,
		semitones: ((pitchClass(tonic) - own + 17) % 12) - 5,
	}));
}

function pitchClass(tonic: string): number {
	const letter = SEMITONES[tonic.charAt(0)] ?? 0;
	return letter + (tonic.endsWith('#') ? 1 : tonic.endsWith('b') ? -1 : 0);
}
