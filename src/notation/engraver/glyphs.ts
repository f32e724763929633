// The letters of our music font. scripts/tools/music-font.ts makes the font from these tables, so a change
// here means making it again. The most common ones come first: they take one byte in a page.

/** abcjs's glyph names, in the order of their letters. */
export const GLYPH_NAMES = [
	...['noteheads.quarter', 'noteheads.half', 'noteheads.whole', 'dots.dot', 'clefs.G'],
	...['accidentals.sharp', 'accidentals.flat', 'accidentals.nat'],
	...['flags.u8th', 'flags.d8th', 'flags.u16th', 'flags.d16th', 'flags.ugrace', 'flags.dgrace'],
	...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'timesig.common', 'timesig.cut'],
	...['rests.whole', 'rests.half', 'rests.quarter', 'rests.8th', 'rests.16th'],
	...['scripts.roll', 'scripts.trill', 'scripts.staccato', 'scripts.ufermata', 'scripts.mordent'],
	...['scripts.prall', 'scripts.turn', 'scripts.upbow', 'scripts.downbow', 'scripts.tenuto'],
	...['scripts.sforzato', 'scripts.segno', 'scripts.coda', 'noteheads.dbl', 'scripts.umarcato'],
	// Two bytes from here on.
	...['accidentals.dblsharp', 'accidentals.dblflat', 'accidentals.halfsharp'],
	...['accidentals.halfflat', 'flags.u32nd', 'flags.d32nd', 'flags.u64th', 'flags.d64th'],
	...['rests.32nd', 'rests.64th', 'rests.128th', 'rests.multimeasure', 'clefs.C', 'clefs.F'],
	...['clefs.perc', 'scripts.dfermata', 'scripts.dmarcato', 'scripts.stopped', 'scripts.comma'],
	...['scripts.arpeggio', 'scripts.wedge', 'scripts.thumb', 'scripts.open', 'scripts.snap'],
	...['scripts.longphrase', 'scripts.mediumphrase', 'scripts.shortphrase'],
	...['f', 'm', 'p', 'r', 's', 'z', '+', ',', '-', '.', 'tab.big', 'tab.tiny'],
	...['noteheads.slash.nostem', 'noteheads.slash.whole', 'noteheads.slash.quarter'],
	...['noteheads.indeterminate', 'noteheads.harmonic.quarter', 'noteheads.triangle.quarter'],
	...['timesig.imperfectum', 'timesig.imperfectum2', 'timesig.perfectum', 'timesig.perfectum2'],
] as const;

/** A note head with its stem as one letter. */
export interface StemmedHead {
	name: 'noteheads.quarter' | 'noteheads.half';
	up: boolean;
	/** From the middle of the head to the end of the stem, in units. */
	length: number;
}

/**
 * Stems come in steps of three units, including the ordinary one (28): where a beam hides the end, the
 * nearest is good enough.
 */
const STEM_STEP = 3;
const LENGTHS = {
	'noteheads.quarter': { shortest: 16, steps: 14 },
	'noteheads.half': { shortest: 28, steps: 6 },
};

/** In the order of their letters, which follow those of the one-byte glyphs. */
export const STEMMED_HEADS: readonly StemmedHead[] = (
	['noteheads.quarter', 'noteheads.half'] as const
).flatMap((name) =>
	[true, false].flatMap((up) =>
		Array.from({ length: LENGTHS[name].steps }, (_, step) => ({
			name,
			up,
			length: LENGTHS[name].shortest + step * STEM_STEP,
		})),
	),
);

/** One byte each, excluding the backslash and what HTML would have to escape. */
const ONE_BYTE = [...Array(94).keys()]
	.map((n) => String.fromCharCode(n + 33))
	.filter((letter) => !'&<>\\'.includes(letter));

/** Letters of two bytes that no browser reorders, joins or leaves out. */
const TWO_BYTES = [...Array(256).keys()].map((n) => String.fromCharCode(n + 0x100));

const SINGLES_OF_ONE_BYTE = ONE_BYTE.length - STEMMED_HEADS.length;

/** The letter of each of abcjs's glyphs. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
	GLYPH_NAMES.map((name, n) => [
		name,
		(n < SINGLES_OF_ONE_BYTE ? ONE_BYTE[n] : TWO_BYTES[n - SINGLES_OF_ONE_BYTE]) ?? '',
	]),
);

/** The letter of `STEMMED_HEADS[n]`. */
export function stemmedLetter(n: number): string {
	return ONE_BYTE[SINGLES_OF_ONE_BYTE + n] ?? '';
}

/**
 * The letter of a head with a stem whose length differs by at most `slack` units; undefined when there is
 * none.
 */
export function stemmedHead(head: StemmedHead, slack: number): string | undefined {
	const lengths = LENGTHS[head.name];
	const step = Math.round((head.length - lengths.shortest) / STEM_STEP);
	if (step < 0 || step >= lengths.steps) return undefined;
	if (Math.abs(lengths.shortest + step * STEM_STEP - head.length) > slack) return undefined;
	const first = STEMMED_HEADS.findIndex(({ name, up }) => name === head.name && up === head.up);
	return stemmedLetter(first + step);
}
