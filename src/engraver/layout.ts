import { SCALE } from './units.ts';

/** What abcjs's layout leaves behind in a parsed tune, as far as we read it. */
export interface LaidOutTune {
	lines: { staffGroup?: { voices: LaidOutVoice[] } }[];
}

export interface LaidOutVoice {
	children: LaidOutElement[];
}

/** A note, rest, bar or the like with its place, in pixels. */
export interface LaidOutElement {
	type: string;
	x: number;
	w: number;
	heads: { x: number }[];
	children: { x?: number }[];
	abcelem: { startChar?: number; endChar?: number };
}

/**
 * Moves every note sideways by a fraction of a unit, with all that belongs to it, so that its head
 * falls on a whole unit: rounded one by one, heads, stems and dots would come apart.
 */
export function snapToGrid({ lines }: LaidOutTune): void {
	for (const { staffGroup } of lines) {
		for (const { children } of staffGroup?.voices ?? []) {
			for (const { heads, children: parts } of children) {
				const [head] = heads;
				if (!head) continue;
				const shift = Math.round(head.x * SCALE) / SCALE - head.x;
				for (const part of parts) if (typeof part.x === 'number') part.x += shift;
			}
		}
	}
}
