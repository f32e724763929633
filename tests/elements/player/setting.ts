import { drawnAbc } from '../../src/domain/abc.ts';
import { tidyAbc } from '../../src/domain/abc/tidy.ts';
import { timelineOf, type Timeline } from '../../src/player/timeline.ts';
import type { Score } from '../../src/score/model.ts';
import { parseAbc } from '../../src/score/parse-abc.ts';
import { readScore } from '../../src/score/score.ts';

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
