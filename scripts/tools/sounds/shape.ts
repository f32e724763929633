import { rms } from './loudness.ts';
import { SAMPLE_RATE } from './recipes.ts';

/** The shortest and longest note, in seconds. */
const SHORTEST = 1.5;
const LONGEST = 2.3;
/** A plucked note ends when it has fallen to this fraction of its peak: 50 dB. */
const INAUDIBLE = 0.003;

/** A held note starts at this fraction of its steady level: 12 dB below it. */
const SPOKEN = 0.25;
/** A held note that swells is amplified at its start, by at most this factor. */
const MOST_LIFT = 2.5;

/** Seconds over which a level is measured. */
const STRETCH = 0.01;

/** Seconds of fading in and out. */
const FADE_IN = { held: 0.006, plucked: 0.0005 };
const FADE_OUT = 0.35;

/** A rendered note, trimmed to its audible start, with its end faded. */
export function shape(raw: Float32Array, decays: boolean): Float32Array {
	const note = decays ? plucked(raw) : held(raw);
	return faded(note, decays ? FADE_IN.plucked : FADE_IN.held);
}

/** From just before the string is struck until it is inaudible. */
function plucked(raw: Float32Array): Float32Array {
	const loudest = raw.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
	const start = raw.findIndex((value) => Math.abs(value) > loudest / 100);
	const from = Math.max(0, start - seconds(FADE_IN.plucked));
	const levels = levelsOf(raw);
	const least = Math.max(...levels) * INAUDIBLE;
	const end = (levels.findLastIndex((value) => value > least) + 1) * seconds(STRETCH);
	const length = Math.min(Math.max(end - from, seconds(SHORTEST)), seconds(LONGEST));
	return raw.slice(from, from + length);
}

/**
 * Recorded players let a note swell for up to 200 ms, longer than a quaver in a reel, and differently for
 * each note. This makes a note start at once and evenly.
 */
function held(raw: Float32Array): Float32Array {
	const steady = rms(raw.subarray(seconds(0.3), seconds(1)));
	const levels = levelsOf(raw);
	const from = levels.findIndex((value) => value > steady * SPOKEN) * seconds(STRETCH);
	const note = raw.slice(from, from + seconds(LONGEST));
	const lifts = liftsOf(note, steady);
	return note.map((value, n) => {
		const at = n / seconds(STRETCH);
		const [before, after] = [lifts[Math.floor(at)] ?? 1, lifts[Math.ceil(at)] ?? 1];
		return value * (before + (after - before) * (at % 1));
	});
}

/** The factor by which to amplify each stretch; once the note is steady, it is left alone. */
function liftsOf(note: Float32Array, steady: number): number[] {
	let lift = MOST_LIFT;
	return Array.from({ length: 30 }, (_, n) => {
		// Five stretches, so that the oscillation of a low note does not count.
		const around = note.subarray(seconds(Math.max(0, n - 2) * STRETCH), seconds((n + 3) * STRETCH));
		lift = Math.max(1, Math.min(lift, steady / rms(around)));
		return lift;
	});
}

function faded(note: Float32Array, fadeIn: number): Float32Array {
	return note.map((value, n) => {
		const start = Math.min(1, n / seconds(fadeIn));
		const end = Math.min(1, (note.length - n) / seconds(FADE_OUT));
		return value * smooth(start) * smooth(end);
	});
}

/** From 0 to 1 without a corner. */
function smooth(part: number): number {
	return (1 - Math.cos(Math.PI * part)) / 2;
}

/** The level of each stretch. */
function levelsOf(note: Float32Array): number[] {
	const width = seconds(STRETCH);
	return Array.from({ length: Math.floor(note.length / width) }, (_, n) =>
		rms(note.subarray(n * width, (n + 1) * width)),
	);
}

/** The number of samples in a time. */
function seconds(time: number): number {
	return Math.round(time * SAMPLE_RATE);
}
