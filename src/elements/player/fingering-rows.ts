import { fingering, type Whistle } from '../../notation/score/fingering.ts';
import type { Score } from '../../notation/score/model.ts';
import type { ParsedElement, ParsedTune } from '../../notation/score/parsed-tune.ts';

/** In points: the symbols for one note are about as tall as a staff. */
const MARK_SIZE = 7;

/**
 * Puts the fingering of each note below it. abcjs sees lyrics, one symbol per verse, and makes room for them.
 */
export function writeFingering(tune: ParsedTune, score: Score, whistle: Whistle): void {
	Object.assign(tune.formatting, { vocalfont: { face: 'sans-serif', size: MARK_SIZE } });
	const pitches = new Map(
		score.parts
			.flatMap((part) => part.bars.flatMap((bar) => bar.events))
			.map((event) => [event.startChar, event.pitches.at(-1)?.midi]),
	);
	for (const { staff = [] } of tune.lines) {
		for (const element of staff.flatMap(({ voices }) => voices[0] ?? [])) {
			if (element.el_type !== 'note') continue;
			const midi = pitches.get(element.startChar);
			if (midi === undefined) continue;
			const marks = fingering(midi, whistle) ?? ['✕'];
			(element as ParsedElement & Sung).lyric = marks.map((syllable) => ({
				syllable: syllable || ' ',
				divider: ' ',
			}));
		}
	}
}

interface Sung {
	lyric?: { syllable: string; divider: string }[];
}
