export type Verdict = 'yes' | 'with half-holes' | 'with a stretch' | 'no';

export interface Playability {
	instrument: string;
	verdict: Verdict;
	/** The notes that keep it from being `yes`, as MIDI numbers. */
	notes: number[];
}

interface Instrument {
	name: string;
	lowest: number;
	highest: number;
	/** Notes that it can play, but not easily. */
	hard?: { is: (midi: number) => boolean; verdict: Verdict };
}

/** The major scale from the lowest note, and the flat seventh, which has an easy cross-fingering. */
const SIX_HOLES = new Set([0, 2, 4, 5, 7, 9, 10, 11]);

/** Six open holes, two octaves; given as the written note, an octave below what a high whistle sounds. */
function sixHoles(name: string, lowest: number): Instrument {
	const isHalfHoled = (midi: number) => !SIX_HOLES.has((midi - lowest) % 12);
	const hard = { is: isHalfHoled, verdict: 'with half-holes' } as const;
	return { name, lowest, highest: lowest + 24, hard };
}

const INSTRUMENTS: Instrument[] = [
	sixHoles('D whistle', 62),
	sixHoles('low D', 62),
	sixHoles('C whistle', 60),
	sixHoles('keyless flute', 62),
	{
		// From the open G string to B on the E string; the fourth finger stretches to the C above.
		name: 'first-position fiddle',
		lowest: 55,
		highest: 84,
		hard: { is: (midi) => midi > 83, verdict: 'with a stretch' },
	},
	// Eleven buttons in B and ten in C give every semitone from F sharp to C sharp.
	{ name: 'B/C box', lowest: 54, highest: 85 },
];

/** How well a tune lies on each instrument as written, by the MIDI numbers of its notes. */
export function playability(notes: readonly number[]): Playability[] {
	return INSTRUMENTS.map(({ name: instrument, lowest, highest, hard }) => {
		const missing = notes.filter((midi) => midi < lowest || midi > highest);
		if (missing.length > 0) return { instrument, verdict: 'no', notes: missing };
		const difficult = hard ? notes.filter(hard.is) : [];
		const verdict = hard && difficult.length > 0 ? hard.verdict : 'yes';
		return { instrument, verdict, notes: difficult };
	});
}
