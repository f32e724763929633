import { octaveName } from './note-names.ts';
import type { Pitch, Score, Step } from './model.ts';

export interface Range {
	/** The different pitches in MIDI numbers, ascending; grace notes do not count. */
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

/** How many noteheads are written, grace notes not counted. */
export function noteheadCount(score: Score): number {
	return notesOf(score).length;
}

/** How many bars are written, each repeat and pick-up once. */
export function barCount({ parts }: Score): number {
	return parts.reduce((sum, { bars }) => sum + bars.length, 0);
}

function notesOf({ parts }: Score): Pitch[] {
	return parts.flatMap(({ bars }) =>
		bars.flatMap(({ events }) => events.flatMap(({ pitches }) => pitches)),
	);
}

/** As fiddlers and pipers spell the twelve notes from C. */
const SPELT = 'C,C sharp,D,E flat,E,F,F sharp,G,G sharp,A,B flat,B'.split(',');

/** `D to high B`; the octaves are those of a D whistle. */
export function rangeWords(low: number, high: number): string {
	return low === high ? noteWords(low) : `${noteWords(low)} to ${noteWords(high)}`;
}

function noteWords(midi: number): string {
	const name = SPELT[midi % 12] ?? '';
	const octave = octaveName({ step: name.charAt(0) as Step, octave: Math.floor(midi / 12) - 1 });
	return [octave, name].filter(Boolean).join(' ');
}
