import { readAbc } from './read-abc.ts';
import type { Sign } from './read-abc.ts';

export interface PlayedNote {
	/** MIDI: 60 is middle C. */
	pitch: number;
	/** Where the note, or the chord that holds it, stands in the body. */
	at: number;
}

/**
 * The notes of a tidy body of one voice in the order in which a musician sounds them: repeats played,
 * endings taken in turn, tied notes once, rests and grace notes not at all, a chord as several notes.
 */
export function playedNotes(tidiedBody: string, mode: string): PlayedNote[] {
	const signs = readAbc(tidiedBody, mode);
	const played: PlayedNote[] = [];
	let held = new Set<number>();
	for (const sign of playedOrder(signs)) {
		if (sign.kind === 'rest') held = new Set();
		if (sign.kind !== 'notes') continue;
		for (const { step, pitch } of sign.notes)
			if (!held.has(step)) played.push({ pitch, at: sign.at });
		held = new Set(sign.notes.filter(({ tied }) => tied).map(({ step }) => step));
	}
	return played;
}

/** No tune is longer than this. */
const MOST_SIGNS = 100_000;

function playedOrder(signs: readonly Sign[]): Sign[] {
	const order: Sign[] = [];
	let start = -1;
	let explicit = false;
	let pass = 1;
	let ending = false;
	const begin = (at: number, withSign: boolean) => {
		[start, explicit, pass, ending] = [at, withSign, 1, false];
	};
	for (let at = 0; at < signs.length && order.length < MOST_SIGNS; at++) {
		const sign = signs[at];
		if (!sign) break;
		if (sign.kind !== 'bar') {
			order.push(sign);
			continue;
		}
		if (sign.ends || (ending && (sign.double || sign.starts) && sign.passes.length === 0)) {
			if (pass < passesFrom(start, signs)) {
				pass++;
				at = start;
				ending = false;
				continue;
			}
			begin(at, false);
		} else if (sign.double && !explicit) {
			begin(at, false);
		}
		if (sign.passes.length > 0) {
			if (!sign.passes.includes(pass)) {
				const next = endingFor(pass, at, signs);
				const other = signs[next];
				at = next;
				if (other?.kind !== 'bar' || other.passes.length === 0) {
					begin(at, false);
					if (other?.kind === 'bar' && other.starts) begin(at, true);
					continue;
				}
			}
			ending = true;
		}
		if (sign.starts) begin(at, true);
	}
	return order;
}

/** How often a section is played: twice, or as often as its endings say. */
function passesFrom(start: number, signs: readonly Sign[]): number {
	const close = sectionClose(start, signs);
	const endings = signs
		.slice(start + 1, close)
		.flatMap((sign) => (sign.kind === 'bar' ? sign.passes : []));
	return Math.max(2, ...endings);
}

/** The ending for a pass, or the close of the section if there is none. */
function endingFor(pass: number, from: number, signs: readonly Sign[]): number {
	const close = sectionClose(from - 1, signs);
	const next = signs.findIndex(
		(sign, at) => at > from && at < close && sign.kind === 'bar' && sign.passes.includes(pass),
	);
	return next < 0 ? close : next;
}

/** Where the endings of a section are over: at its last `:|`, a double bar or the next start. */
function sectionClose(start: number, signs: readonly Sign[]): number {
	let endings = false;
	for (let at = start + 1; at < signs.length; at++) {
		const sign = signs[at];
		if (sign?.kind !== 'bar') continue;
		if (sign.passes.length > 0) endings = true;
		else if (sign.starts || sign.ends || (sign.double && endings)) return at;
	}
	return signs.length;
}
