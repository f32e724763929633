import { drawnAbc } from '../../notation/abc.ts';
import { tidyAbc } from '../../notation/abc/tidy.ts';
import { rebreak } from '../../notation/abc/lines.ts';
import { usualTempo, type Tempo } from './tempo.ts';
import type { Drawing } from '../../notation/engraver/compact-svg.ts';
import { engrave, STAFF_WIDTH } from '../../notation/engraver/engrave.ts';
import type { LaidOutTune } from '../../notation/engraver/layout.ts';
import { tablatureOf } from '../../notation/engraver/tablature.ts';
import { placesOf, type Places } from '../../notation/engraver/places.ts';
import type { Score } from '../../notation/score/model.ts';
import { parseAbc } from '../../notation/score/parse-abc.ts';
import { readScore } from '../../notation/score/score.ts';
import { transposeAbc } from '../../notation/score/transpose.ts';
import { AIDS, type Aid } from './notation-aids.ts';
import { writeFingering } from './fingering-rows.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import type { PageSetting } from './written-setting.ts';

/** The reader's choices for showing a setting. */
export interface Reading {
	semitones: number;
	aid: Aid;
	barsPerLine: number;
}

/** Bars per line in the page's own drawings. */
export const USUAL_BARS = 4;

/** A setting that has been parsed, drawn and timed. */
export interface OpenTune {
	/** The ABC that is drawn and played: tidied and transposed. */
	abc: string;
	score: Score;
	drawing: Drawing;
	places: Places;
	timeline: Timeline;
	tempo: Tempo;
}

/**
 * Reads a setting from its ABC as the page's drawing was made, except for what `reading` changes.
 *
 * @throws when it cannot be read that way, or not be transposed correctly
 */
export function openTune(setting: PageSetting, reading: Reading): OpenTune {
	const { body: tidied } = tidyAbc(setting.body);
	const { barsPerLine } = reading;
	const body = barsPerLine === USUAL_BARS ? tidied : rebreak(tidied, barsPerLine);
	const { meter, key: mode } = setting;
	const abc = transposeAbc(drawnAbc({ meter, mode, body }), reading.semitones);
	if (abc === undefined) throw new Error(`It cannot be moved by ${reading.semitones} semitones.`);
	const { tune } = parseAbc(abc);
	const score = readScore(tune);
	const tempo = usualTempo(setting.type, meter);
	const timeline = timelineOf(tune, score, tempo.beat);
	const aid = AIDS[reading.aid];
	if ('whistle' in aid) writeFingering(tune, score, aid.whistle);
	const drawing = engrave(tune, {
		staffWidth: (STAFF_WIDTH * barsPerLine) / USUAL_BARS,
		...('tab' in aid && { tablature: tablatureOf({ instrument: aid.tab, tuning: aid.tuning }) }),
	});
	const places = placesOf(tune as typeof tune & LaidOutTune);
	return { abc, score, drawing, places, timeline, tempo };
}
