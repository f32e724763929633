import { drawnAbc } from '../domain/abc.ts';
import { tidyAbc, type Mend } from '../domain/abc/tidy.ts';
import { parseAbc } from '../score/parse-abc.ts';
import { barCount, rangeOf } from '../score/range.ts';
import { readScore } from '../score/score.ts';
import type { Drawing } from './compact-svg.ts';
import { engrave } from './engrave.ts';

/** A setting as upstream has it. */
export interface WrittenSetting {
	meter: string;
	mode: string;
	abc: string;
}

/** Why a setting has no staff. */
export type DrawingFault = 'no notes' | 'not understood';

export interface SettingDrawing {
	/** Null when there is a fault. */
	drawing: Drawing | null;
	fault: DrawingFault | null;
	mends: Mend[];
	bars: number;
	/** The different notes it sounds, MIDI numbers ascending. */
	notes: number[];
}

/** Draws the staff of a setting from its tidied ABC. Never throws: what cannot be drawn says why. */
export function drawSetting(setting: WrittenSetting): SettingDrawing {
	const { body, mends } = tidyAbc(setting.abc);
	const fault = (reason: DrawingFault): SettingDrawing => ({
		drawing: null,
		fault: reason,
		mends,
		bars: 0,
		notes: [],
	});
	try {
		const { tune } = parseAbc(drawnAbc({ ...setting, body }));
		const score = readScore(tune);
		const { notes } = rangeOf(score);
		if (notes.length === 0) return fault('no notes');
		return { drawing: engrave(tune), fault: null, mends, bars: barCount(score), notes };
	} catch {
		return fault('not understood');
	}
}
