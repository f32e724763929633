import type { ParsedSound, ParsedTune } from '../score/parsed-tune.ts';
import type { Bar, Score } from '../score/model.ts';

/** A tune as it is played, repeats and all. Times and lengths are fractions of a whole note. */
export interface Timeline {
	/** In order of time. */
	notes: TimedNote[];
	/** Each bar as often as it is played, in order. */
	bars: TimedBar[];
	/** For the metronome, in order. */
	beats: { start: number; strong: boolean }[];
	/** Length of one beat. */
	beat: number;
	length: number;
}

export interface TimedNote {
	start: number;
	length: number;
	/** MIDI. */
	pitch: number;
	/** From 0 to 1. */
	loudness: number;
	part: 'melody' | 'chords';
	/** Where it is written; null for ornaments and chords, which abcjs makes up. */
	startChar: number | null;
}

export interface TimedBar {
	start: number;
	length: number;
	/** Its place among the written bars, from 0. */
	index: number;
}

/** Puts what abcjs would play in time, and finds the bars again in it. */
export function timelineOf(tune: ParsedTune, score: Score, beat: number): Timeline {
	const { tracks } = tune.setUpAudio({});
	const notes = tracks
		.flatMap((track) => quickGraces(track.filter(isNote)))
		.map(timedNote)
		.sort((a, b) => a.start - b.start);
	const length = notes.reduce((end, note) => Math.max(end, note.start + note.length), 0);
	const written = score.parts.flatMap((part) => part.bars);
	soundAsWritten(notes, written);
	const bars = playedBars(notes, written, length);
	return { notes, bars, beats: beatsOf(bars, beat), beat, length };
}

type Sound = Required<Pick<ParsedSound, 'pitch' | 'start' | 'duration'>> & ParsedSound;

function isNote(sound: ParsedSound): sound is Sound {
	return sound.cmd === 'note';
}

/** A grace note as traditional players make it, whatever the tempo: hardly there. */
const GRACE = 1 / 48;

/** abcjs gives grace notes half of the note they lean on; here they take next to nothing of it. */
function quickGraces(sounds: readonly Sound[]): Sound[] {
	const result: Sound[] = [];
	let graces: Sound[] = [];
	for (const sound of sounds) {
		if (sound.style === 'grace') {
			graces.push(sound);
			continue;
		}
		const [first] = graces;
		if (!first || first.start > sound.start) {
			result.push(...graces, sound);
		} else {
			const taken = sound.start - first.start;
			const each = Math.min(GRACE, (taken + sound.duration) / 3 / graces.length);
			const start = first.start + each * graces.length;
			graces.forEach((grace, n) => {
				result.push({ ...grace, start: first.start + n * each, duration: each });
			});
			result.push({ ...sound, start, duration: sound.start + sound.duration - start });
		}
		graces = [];
	}
	return [...result, ...graces];
}

function timedNote({ start, duration, pitch, volume = 85, startChar, style }: Sound): TimedNote {
	const written = startChar !== undefined;
	return {
		start,
		length: duration,
		pitch,
		loudness: volume / 127,
		part: written || style !== undefined ? 'melody' : 'chords',
		startChar: startChar ?? null,
	};
}

/**
 * After a repeat abcjs goes on in the key that it ended in; a musician goes back to the key in which the
 * part is written.
 */
function soundAsWritten(notes: readonly TimedNote[], written: readonly Bar[]): void {
	const pitches = new Map(
		written
			.flatMap((bar) => bar.events)
			.map((event) => [
				event.startChar,
				event.pitches.map(({ midi }) => midi).sort((a, b) => a - b),
			]),
	);
	const together = Map.groupBy(
		notes.filter((note) => note.startChar !== null),
		(note) => `${note.startChar} ${note.start}`,
	);
	for (const sounding of together.values()) {
		const right = pitches.get(sounding[0]?.startChar ?? -1);
		if (right?.length !== sounding.length) continue;
		sounding.sort((a, b) => a.pitch - b.pitch);
		sounding.forEach((note, n) => (note.pitch = right[n] ?? note.pitch));
	}
}

/** A bar is played anew when the music comes to its notes from another one, or goes back in it. */
function playedBars(
	notes: readonly TimedNote[],
	written: readonly Bar[],
	length: number,
): TimedBar[] {
	const bars: TimedBar[] = [];
	let last = -1;
	for (const { start, startChar } of notes) {
		if (startChar === null) continue;
		const index = written.findIndex((bar) => startChar >= bar.startChar && startChar < bar.endChar);
		const bar = written[index];
		if (!bar) continue;
		if (bars.at(-1)?.index !== index || startChar < last) {
			bars.push({ start: Math.max(0, start - offsetIn(bar, startChar)), length: 0, index });
		}
		last = startChar;
	}
	bars.forEach((bar, n) => {
		bar.length = (bars[n + 1]?.start ?? length) - bar.start;
	});
	return bars;
}

/** How long a bar has been going when it comes to the note written there. */
function offsetIn(bar: Bar, startChar: number): number {
	return bar.events
		.filter((event) => event.startChar < startChar)
		.reduce((sum, event) => sum + event.duration, 0);
}

/** Counted from each bar line; a bar that is shorter than its neighbours is counted from its end. */
function beatsOf(bars: readonly TimedBar[], beat: number): Timeline['beats'] {
	return bars.flatMap((bar) => {
		const beats = Math.max(1, Math.round(bar.length / beat));
		const short = bar.length < beat * beats - 0.001;
		const start = short ? bar.start + bar.length - beat * beats : bar.start;
		return Array.from({ length: beats }, (_, n) => ({ start: start + n * beat, strong: n === 0 }));
	});
}

/** The span of written bars `from` to `to`, as first played; null when they are not played so. */
export function spanOfBars(
	{ bars }: Timeline,
	from: number,
	to: number,
): { from: number; to: number } | null {
	const first = bars.findIndex((bar) => bar.index === from);
	const last = bars.findIndex((bar, n) => n >= first && bar.index === to);
	const [start, end] = [bars[first], bars[last]];
	return start && end ? { from: start.start, to: end.start + end.length } : null;
}
