import { drawnAbc } from '../abc.ts';
import { tidyAbc, type Fix } from '../abc/tidy.ts';
import { parseAbc } from '../score/parse-abc.ts';
import { barCount, rangeOf } from '../score/range.ts';
import { readScore } from '../score/score.ts';
import type { Drawing } from './compact-svg.ts';
import { engrave } from './engrave.ts';

/** A setting in upstream's form. */
export interface WrittenSetting {
	meter: string;
	mode: string;
	abc: string;
}

/** Why a setting has no staff. */
export type DrawingFault = 'no notes' | 'not understood' | 'too long';

export interface SettingDrawing {
	/** Null when there is a fault. */
	drawing: Drawing | null;
	fault: DrawingFault | null;
	mends: Fix[];
	bars: number;
	/** The different notes that sound, as MIDI numbers, ascending. */
	notes: number[];
}

/** Tunes are about a twentieth of this; anything longer is not a tune and would hold up everything else. */
const MOST_CHARACTERS = 20_000;

/** abcjs's running time grows with the cube of the number of overlays. */
const MOST_OVERLAYS = 200;

/**
 * Draws the staff of a setting from its tidied ABC. Never throws: when it cannot be drawn, the result says
 * why.
 */
export function drawSetting(setting: WrittenSetting): SettingDrawing {
	const overlays = setting.abc.split('&').length - 1;
	if (setting.abc.length > MOST_CHARACTERS || overlays > MOST_OVERLAYS) return undrawn('too long');
	let mends: Fix[] = [];
	try {
		const { body, mends: mended } = tidyAbc(setting.abc);
		mends = mended;
		const { tune } = parseAbc(drawnAbc({ ...setting, body }));
		const score = readScore(tune);
		const { notes } = rangeOf(score);
		if (notes.length === 0) return undrawn('no notes', mends);
		return { drawing: engrave(tune), fault: null, mends, bars: barCount(score), notes };
	} catch {
		return undrawn('not understood', mends);
	}
}

function undrawn(fault: DrawingFault, mends: Fix[] = []): SettingDrawing {
	return { drawing: null, fault, mends, bars: 0, notes: [] };
}
