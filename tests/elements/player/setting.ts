import { drawnAbc } from '../../../src/notation/abc.ts';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';
import { timelineOf, type Timeline } from '../../../src/elements/player/timeline.ts';
import type { Score } from '../../../src/notation/score/model.ts';
import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { readScore } from '../../../src/notation/score/score.ts';

/** What the player makes of a setting. */
export function played(setting: { meter: string; mode: string; abc: string }): {
	body: string;
	score: Score;
	timeline: Timeline;
} {
	const { body } = tidyAbc(setting.abc);
	const { tune } = parseAbc(drawnAbc({ ...setting, body }));
	const score = readScore(tune);
	return { body, score, timeline: timelineOf(tune, score, 1 / 4) };
}
