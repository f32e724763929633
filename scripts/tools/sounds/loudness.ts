import { SAMPLE_RATE } from './recipes.ts';

/** Loudness of every note, in dB of full scale: as high as the sharpest pluck and chords allow. */
const LOUDNESS = -20;

/**
 * Seconds over which loudness is measured: a crotchet of a reel. Measured over a whole second, the short notes
 * of a banjo would be made far too loud.
 */
const WINDOW = 0.3;

/** b0, b1, b2, a1, a2. */
type Biquad = readonly [number, number, number, number, number];

/** The K-weighting of ITU-R BS.1770: the head's boost of high sounds, the ear's loss of low ones. */
const K_WEIGHTING: readonly Biquad[] = [highShelf(1681.974, 4, 0.7072), highPass(38.135, 0.5003)];

/** The highest peak of a note, in dB of full scale; lower than 0 because coding adds to it. */
const HIGHEST_PEAK = -1;

/** The same note at the common loudness. */
export function level(note: Float32Array): Float32Array {
	const gain = 10 ** ((LOUDNESS - loudness(note)) / 20);
	const levelled = note.map((value) => value * gain);
	if (peak(levelled) > HIGHEST_PEAK) throw new Error(`A note at ${LOUDNESS} dB would clip.`);
	return levelled;
}

/** Loudness of the start of a note: its K-weighted level, in dB of full scale. */
export function loudness(note: Float32Array): number {
	const heard = K_WEIGHTING.reduce(filter, note.subarray(0, WINDOW * SAMPLE_RATE));
	return decibels(rms(heard));
}

/** Highest value, in dB of full scale. */
export function peak(note: Float32Array): number {
	return decibels(note.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0));
}

export function rms(samples: Float32Array): number {
	return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
}

function decibels(value: number): number {
	return 20 * Math.log10(value);
}

function filter(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
	let [x1, x2, y1, y2] = [0, 0, 0, 0];
	return samples.map((x) => {
		const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
		[x2, x1, y2, y1] = [x1, x, y1, y];
		return y;
	});
}

function highShelf(frequency: number, gain: number, q: number): Biquad {
	const k = Math.tan((Math.PI * frequency) / SAMPLE_RATE);
	const high = 10 ** (gain / 20);
	const band = Math.sqrt(high);
	const a0 = 1 + k / q + k * k;
	return [
		(high + (band * k) / q + k * k) / a0,
		(2 * (k * k - high)) / a0,
		(high - (band * k) / q + k * k) / a0,
		(2 * (k * k - 1)) / a0,
		(1 - k / q + k * k) / a0,
	];
}

function highPass(frequency: number, q: number): Biquad {
	const k = Math.tan((Math.PI * frequency) / SAMPLE_RATE);
	const a0 = 1 + k / q + k * k;
	return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0];
}
