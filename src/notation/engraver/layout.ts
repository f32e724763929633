import { SCALE } from './units.ts';

/** What abcjs's layout and drawing leave in a parsed tune, as far as we read it; in pixels. */
export interface LaidOutTune {
	lines: { staffGroup?: { voices: LaidOutVoice[] } }[];
	tablatures?: object[] | null;
}

interface LaidOutVoice {
	startx: number;
	w: number;
	staff: { topLine: number; bottomLine: number };
	children: LaidOutElement[];
}

/** A positioned note, rest, bar or similar. */
interface LaidOutElement {
	type: string;
	x: number;
	w: number;
	heads: { x: number }[];
	children: { x?: number }[];
	abcelem: { startChar?: number; endChar?: number };
}

/**
 * Moves every note sideways by a fraction of a unit, with everything that belongs to it, so that its head
 * falls on a whole unit: if rounded separately, heads, stems and dots would come apart.
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
