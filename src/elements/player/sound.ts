/** A sampled instrument; the samples lie `SAMPLE_STEP` semitones apart. */
interface SampledInstrument {
	label: string;
	/** MIDI number of the lowest sample. */
	lowest: number;
	/** MIDI number of the highest sample. */
	highest: number;
	/** True for plucked and struck ones, whose notes die away by themselves. */
	decays: boolean;
}

/** Semitones from one sample to the next: no note is shifted by more than one. */
const SAMPLE_STEP = 3;

/** What `public/sound/` holds, by the name of its folder; G3 to E6, the piano from C♯2. */
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
 * Seconds of silence at the start of every decoded sample: the 1105 samples that MP3 coding adds at
 * 44.1 kHz. The files say nothing of it, so no browser takes it away.
 */
export const SOUND_OFFSET = 1105 / 44_100;

/** The MIDI numbers an instrument is sampled at, from the lowest up. */
export function samplesOf(instrument: Instrument): number[] {
	const { lowest, highest } = INSTRUMENTS[instrument];
	return Array.from(
		{ length: (highest - lowest) / SAMPLE_STEP + 1 },
		(_, n) => lowest + n * SAMPLE_STEP,
	);
}

/** The sample nearest to a note and the playback rate that gives the note its pitch. */
export function sampleFor(instrument: Instrument, midi: number): { sample: number; rate: number } {
	const { lowest, highest } = INSTRUMENTS[instrument];
	const nearest = lowest + Math.round((midi - lowest) / SAMPLE_STEP) * SAMPLE_STEP;
	const sample = Math.min(Math.max(nearest, lowest), highest);
	return { sample, rate: 2 ** ((midi - sample) / 12) };
}
