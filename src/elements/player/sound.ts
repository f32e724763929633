/** A sampled instrument, with samples `SAMPLE_STEP` semitones apart. */
interface SampledInstrument {
	label: string;
	/** MIDI number of the lowest sample. */
	lowest: number;
	/** MIDI number of the highest sample. */
	highest: number;
	/** True for plucked and struck instruments, whose notes fade by themselves. */
	decays: boolean;
}

/** Semitones between samples: no note is shifted by more than one. */
const SAMPLE_STEP = 3;

/** The contents of `public/sound/`, by folder name; G3 to E6, the piano from C♯2. */
export const INSTRUMENTS = {
	flute: { label: 'Flute', lowest: 55, highest: 88, decays: false },
	fiddle: { label: 'Fiddle', lowest: 55, highest: 88, decays: false },
	accordion: { label: 'Accordion', lowest: 55, highest: 88, decays: false },
	banjo: { label: 'Banjo', lowest: 55, highest: 88, decays: true },
	harp: { label: 'Harp', lowest: 55, highest: 88, decays: true },
	piano: { label: 'Piano', lowest: 37, highest: 88, decays: true },
} as const satisfies Record<string, SampledInstrument>;

export type Instrument = keyof typeof INSTRUMENTS;

export function isInstrument(value: unknown): value is Instrument {
	return typeof value === 'string' && Object.hasOwn(INSTRUMENTS, value);
}

/**
 * Seconds of silence at the start of every decoded sample: the 1105 samples that MP3 coding adds at 44.1 kHz.
 * The files do not declare it, so no browser removes it.
 */
export const SOUND_OFFSET = 1105 / 44_100;

/** The MIDI numbers of an instrument's samples, ascending. */
export function samplesOf(instrument: Instrument): number[] {
	const { lowest, highest } = INSTRUMENTS[instrument];
	return Array.from(
		{ length: (highest - lowest) / SAMPLE_STEP + 1 },
		(_, n) => lowest + n * SAMPLE_STEP,
	);
}

/** The sample nearest to a note, and the playback rate that gives the note its pitch. */
export function sampleFor(instrument: Instrument, midi: number): { sample: number; rate: number } {
	const { lowest, highest } = INSTRUMENTS[instrument];
	const nearest = lowest + Math.round((midi - lowest) / SAMPLE_STEP) * SAMPLE_STEP;
	const sample = Math.min(Math.max(nearest, lowest), highest);
	return { sample, rate: 2 ** ((midi - sample) / 12) };
}
