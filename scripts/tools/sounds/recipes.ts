import type { Instrument } from '../../../src/elements/player/sound.ts';

/** Samples per second, of the notes and of the files. */
export const SAMPLE_RATE = 44_100;

interface Recipe {
	/** General MIDI program, from 0. */
	program: number;
	/** Bit rate of the MP3 files, in kb/s: constant, because the files have no index. */
	kilobits: 64 | 96;
}

/** How each instrument is made; the bit rates keep each under 350,000 bytes. */
export const RECIPES: Record<Instrument, Recipe> = {
	flute: { program: 73, kilobits: 96 },
	// Program 110, the fiddle, plays the same recordings.
	fiddle: { program: 40, kilobits: 96 },
	accordion: { program: 21, kilobits: 96 },
	banjo: { program: 105, kilobits: 96 },
	harp: { program: 46, kilobits: 96 },
	// It has half as many notes again as the others, and compresses best.
	piano: { program: 0, kilobits: 64 },
};
