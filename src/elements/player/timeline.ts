import type { ParsedSound, ParsedTune } from '../../notation/score/parsed-tune.ts';
import type { Bar, Score } from '../../notation/score/model.ts';
import { soundsOf } from '../../notation/score/sounds.ts';

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

interface TimedBar {
	start: number;
	length: number;
	/** Its place among the written bars, from 0. */
	index: number;
}

/** Puts what abcjs would play in time, and finds the bars again in it. */
export function timelineOf(tune: ParsedTune, score: Score, beat: number): Timeline {
	const sounds = soundsOf(tune).flatMap((track) => quickGraces(track.filter(isNote)));
	sounds.sort((a, b) => a.start - b.start);
	const notes = sounds.map(timedNote);
	const length = notes.reduce((end, note) => Math.max(end, note.start + note.length), 0);
	const written = score.parts.flatMap((part) => part.bars);
	soundAsWritten(notes, written);
	const bars = playedBars(sounds, written, length);
	return { notes, bars, beats: beatsOf(bars, beat), beat, length };
}

type Sound = Required<Pick<ParsedSound, 'pitch' | 'start' | 'duration'>> &
	ParsedSound & {
		/** Where it would start without the grace notes before it. */
		due?: number;
	};

/** In whole notes: no tune is as long, but a slip of the pen is. */
const LONGEST = 2000;

/** A note with a time that can be played; what abcjs makes of nonsense has none. */
function isNote(sound: ParsedSound): sound is Sound {
	const { cmd, start = NaN, duration = NaN } = sound;
	return cmd === 'note' && start >= 0 && duration > 0 && start + duration < LONGEST;
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
			const duration = sound.start + sound.duration - start;
			result.push({ ...sound, start, duration, due: first.start });
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

/**
 * A bar is played anew when the music comes to its notes from another one, or goes back in it. Bars in
 * which no note begins come with those before them.
 */
function playedBars(sounds: readonly Sound[], written: readonly Bar[], length: number): TimedBar[] {
	const bars: TimedBar[] = [];
	let last = -1;
	const passSilentBars = (before: number, until: number): void => {
		for (let at = bars.at(-1); at; at = bars.at(-1)) {
			const start = at.start + lengthOf(written[at.index]);
			const index = at.index + 1;
			if (index >= before || start > until - SHORT || strikes(written[index])) return;
			bars.push({ start, length: 0, index });
		}
	};
	for (const { startChar, start, due = start } of sounds) {
		if (startChar === undefined) continue;
		const index = written.findIndex((bar) => startChar >= bar.startChar && startChar < bar.endChar);
		const bar = written[index];
		if (!bar) continue;
		if (bars.at(-1)?.index !== index || startChar < last) {
			const begins = Math.max(0, due - offsetIn(bar, startChar));
			passSilentBars(index, begins);
			bars.push({ start: begins, length: 0, index });
		}
		last = startChar;
	}
	passSilentBars(written.length, length);
	bars.forEach((bar, n) => {
		bar.length = (bars[n + 1]?.start ?? length) - bar.start;
	});
	return bars;
}

/** Less than any note, in whole notes. */
const SHORT = 1 / 128;

function lengthOf(bar: Bar | undefined): number {
	return (bar?.events ?? []).reduce((sum, event) => sum + event.duration, 0);
}

/** Whether a note begins in a bar. */
function strikes(bar: Bar | undefined): boolean {
	return (bar?.events ?? []).some(({ kind, tiedFrom }) => kind !== 'rest' && !tiedFrom);
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
