import { octaveName } from './note-names.ts';
import type { Pitch, Score, Step } from './model.ts';

export interface Range {
	/** The different pitches as MIDI numbers, ascending; grace notes do not count. */
	notes: number[];
	/** Null without notes. */
	low: number | null;
	high: number | null;
}

export function rangeOf(score: Score): Range {
	const midi = notesOf(score).map((pitch) => pitch.midi);
	const notes = [...new Set(midi)].sort((a, b) => a - b);
	return { notes, low: notes.at(0) ?? null, high: notes.at(-1) ?? null };
}

/** The number of written noteheads, not counting grace notes. */
export function noteheadCount(score: Score): number {
	return notesOf(score).length;
}

/** The number of written bars; each repeat and pick-up counts once. */
export function barCount({ parts }: Score): number {
	return parts.reduce((sum, { bars }) => sum + bars.length, 0);
}

function notesOf({ parts }: Score): Pitch[] {
	return parts.flatMap(({ bars }) =>
		bars.flatMap(({ events }) => events.flatMap(({ pitches }) => pitches)),
	);
}

/** The twelve notes from C, as fiddlers and pipers spell them. */
const SPELT = 'C,C sharp,D,E flat,E,F,F sharp,G,G sharp,A,B flat,B'.split(',');

/** `D to high B`; octaves as on a D whistle. */
export function rangeWords(low: number, high: number): string {
	return low === high ? noteWords(low) : `${noteWords(low)} to ${noteWords(high)}`;
}

function noteWords(midi: number): string {
	const name = SPELT[midi % 12] ?? '';
	const octave = octaveName({ step: name.charAt(0) as Step, octave: Math.floor(midi / 12) - 1 });
	return [octave, name].filter(Boolean).join(' ');
}
