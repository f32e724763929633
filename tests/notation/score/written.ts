import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { readScore } from '../../../src/notation/score/score.ts';
import type { Score, ScoreEvent } from '../../../src/notation/score/model.ts';

/** The score of an invented tune; every line of `header` is a field. */
export function written(body: string, { meter = '4/4', key = 'D' } = {}): Score {
	return readScore(parseAbc(`X:1\nT:Invented\nM:${meter}\nL:1/8\nK:${key}\n${body}\n`).tune);
}

export function eventsOf({ parts }: Score): ScoreEvent[] {
	return parts.flatMap(({ bars }) => bars.flatMap(({ events }) => events));
}

/** `D4 F#4 C5`: a name for each pitch, chords in brackets, rests as `z`. */
export function spelled(score: Score): string {
	const signs: Record<string, string> = { '-2': 'bb', '-1': 'b', '1': '#', '2': '##' };
	return eventsOf(score)
		.map(({ pitches }) => {
			const names = pitches.map(
				({ step, alter, octave }) => `${step}${signs[alter] ?? ''}${octave}`,
			);
			return names.length > 1 ? `[${names.join(' ')}]` : (names[0] ?? 'z');
		})
		.join(' ');
}
