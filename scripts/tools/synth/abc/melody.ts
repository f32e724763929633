import type { Rng } from '../random.ts';
import { at } from '../random.ts';
import type { Rhythm } from './rhythm.ts';

/** The style of one setting; the melody moves in steps of the scale. */
export interface Style {
	random: Rng;
	rhythm: Rhythm;
	/** Steps above middle C. */
	tonic: number;
	ornaments: boolean;
	/** `"G"` at the start of each bar. */
	chords: boolean;
}

const LETTERS = 'CDEFGAB';
const CHORD_STEPS = [0, 2, 4, 7];

/**
 * One bar that begins near `from`: its notes as ABC, and the step it ends on. The closing bar of a part comes
 * to rest on the tonic.
 */
export function playBar(
	style: Style,
	from: number,
	closing: boolean,
): { abc: string; end: number } {
	const { random, rhythm, tonic } = style;
	const lengths = random.pick(rhythm.bars);
	let abc = style.chords ? `"${chordName(style)}"` : '';
	let step = from;
	let place = 0;
	for (let n = 0; n < lengths.length; n++) {
		const length = Number(lengths[n]);
		const strong = place % rhythm.group === 0;
		if (strong && place > 0) abc += ' ';
		const last = n === lengths.length - 1;
		step = last && closing ? tonic : nextStep(style, step, strong);
		const dotted = rhythm.dotted && length === 1 && place % 2 === 0 && lengths[n + 1] === '1';
		abc += ornamented(style, step, length, closing && last) + (dotted ? '>' : '');
		place += length;
	}
	return { abc, end: step };
}

/** A note of the scale: step 0 is `C`, 7 is `c`, -1 is `B,`. */
export function noteName(step: number): string {
	const letter = at(LETTERS, ((step % 7) + 7) % 7);
	if (step < 0) return `${letter},`;
	if (step < 7) return letter;
	return letter.toLowerCase() + (step < 14 ? '' : "'");
}

function nextStep({ random, tonic }: Style, from: number, strong: boolean): number {
	const wanted =
		strong && random.chance(0.6)
			? nearest(tonic, from + random.between(-2, 2))
			: from + random.pick([-2, -1, -1, -1, 1, 1, 1, 2]);
	const low = Math.max(-3, tonic - 3);
	const high = Math.min(14, tonic + 9);
	if (wanted < low) return 2 * low - wanted + 1;
	return wanted > high ? 2 * high - wanted - 1 : wanted;
}

/** The note of the tonic chord nearest to a step. */
function nearest(tonic: number, step: number): number {
	const distances = CHORD_STEPS.map((chord) => Math.abs(tonic + chord - step));
	return tonic + at(CHORD_STEPS, distances.indexOf(Math.min(...distances)));
}

function ornamented(style: Style, step: number, length: number, plain: boolean): string {
	const note = noteName(step) + (length === 1 ? '' : String(length));
	const { random } = style;
	if (!style.ornaments || plain || !random.chance(0.12)) return note;
	if (length === 2 && random.chance(0.4))
		return `(3${noteName(step)}${noteName(step + 1)}${noteName(step)}`;
	if (length > 1) return `~${note}`;
	return random.chance(0.8) ? `{${noteName(step + 1)}}${note}` : `^${note}`;
}

function chordName({ random, tonic }: Style): string {
	const root = at(LETTERS, (tonic + random.pick([0, 0, 0, 3, 4, 5])) % 7);
	return (
		root +
		random.weighted([
			['', 6],
			['m', 2],
			['7', 1],
		] as const)
	);
}
