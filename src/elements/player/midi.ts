import { writeMidi, type MidiEvent } from 'midi-file';
import type { Tempo } from './tempo.ts';
import type { TimedNote, Timeline } from './timeline.ts';

/** Ticks per crotchet. */
const TICKS = 480;

/** A tune as played, as a MIDI file: the melody, and the chords if there are any. */
export function midiFile(name: string, timeline: Timeline, tempo: Tempo): Uint8Array<ArrayBuffer> {
	const crotchets = tempo.bpm * tempo.beat * 4;
	const head: MidiEvent[] = [
		{ deltaTime: 0, type: 'trackName', text: name },
		{ deltaTime: 0, type: 'setTempo', microsecondsPerBeat: Math.round(60_000_000 / crotchets) },
		{ deltaTime: 0, type: 'endOfTrack' },
	];
	const parts = (['melody', 'chords'] as const)
		.map((part) => timeline.notes.filter((note) => note.part === part))
		.filter((notes) => notes.length > 0);
	const tracks = [head, ...parts.map(track)];
	const header = { format: 1 as const, numTracks: tracks.length, ticksPerBeat: TICKS };
	return Uint8Array.from(writeMidi({ header, tracks }));
}

function track(notes: readonly TimedNote[], channel: number): MidiEvent[] {
	const ticks = (wholes: number): number => Math.round(wholes * 4 * TICKS);
	const events = notes
		.flatMap(({ start, length, pitch, loudness }) => [
			{ at: ticks(start), on: true, pitch, velocity: Math.round(loudness * 127) },
			{ at: ticks(start + length), on: false, pitch, velocity: 0 },
		])
		// Note ends come before note starts at the same time.
		.sort((a, b) => a.at - b.at || Number(a.on) - Number(b.on));
	let last = 0;
	const timed = events.map(({ at, on, pitch, velocity }): MidiEvent => {
		const deltaTime = at - last;
		last = at;
		return { deltaTime, type: on ? 'noteOn' : 'noteOff', channel, noteNumber: pitch, velocity };
	});
	return [...timed, { deltaTime: 0, type: 'endOfTrack' }];
}
