/** The lowest written note of each whistle, all holes closed, in MIDI numbers. */
const LOWEST = {
	D: 62,
	C: 60,
	Bb: 58,
	Eb: 63,
	F: 65,
	G: 67,
	'low D': 62,
	'low F': 65,
	'low G': 67,
} as const;

/** High whistles sound an octave above the written note, low ones as written. */
export type Whistle = keyof typeof LOWEST;

export const WHISTLES = Object.keys(LOWEST) as Whistle[];

/** By semitones above the lowest note; where several fingerings are usual, the one in most charts. */
const FIRST_OCTAVE = [
	'●●●●●●',
	'●●●●●◐',
	'●●●●●○',
	'●●●●◐○',
	'●●●●○○',
	'●●●○○○',
	'●●◐○○○',
	'●●○○○○',
	'●◐○○○○',
	'●○○○○○',
	'○●●○○○',
	'○○○○○○',
];

/** The key note above the first octave sounds more reliably with the top hole open. */
const KEY_NOTE_ABOVE = '○●●●●●';

/**
 * How a note is fingered on a tin whistle: six holes from the top, `●` closed, `○` open, `◐` half closed,
 * then `+` when it is overblown, else an empty string. Null for a note the whistle does not have; the key
 * note two octaves up is its highest.
 */
export function fingering(midi: number, whistle: Whistle): string[] | null {
	const above = midi - LOWEST[whistle];
	if (!Number.isInteger(above) || above < 0 || above > 24) return null;
	const holes = above >= 12 && above % 12 === 0 ? KEY_NOTE_ABOVE : FIRST_OCTAVE[above % 12];
	return [...(holes ?? ''), above >= 12 ? '+' : ''];
}
