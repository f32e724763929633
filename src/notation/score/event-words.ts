import { chordWords } from './chord-names.ts';
import { lengthName } from './lengths.ts';
import type { ScoreEvent } from './model.ts';
import { noteNamer } from './note-names.ts';
import { ornamentWords } from './ornament-names.ts';

/** An event in words, with what comes before the note kept separate. */
interface Phrase {
	before: string[];
	note: string;
}

const TUPLETS = new Map([
	[2, 'duplet'],
	[3, 'triplet'],
	[4, 'quadruplet'],
	[5, 'quintuplet'],
	[6, 'sextuplet'],
]);

/**
 * The events of one bar in words, to be joined with commas.
 *
 * @param common the length that is not mentioned
 */
export function eventsInWords(events: readonly ScoreEvent[], common: number | null): string[] {
	const nameOf = noteNamer();
	return groups(events).flatMap((group) => {
		const [first] = group;
		if (!first?.tuplet) return first ? joined(phrase(first, nameOf, common)) : [];
		// A length shared by all is stated once, before the notes.
		const even = group.every(({ length }) => length === first.length);
		const length = even && first.length !== common ? lengthName(first.length) : '';
		const [start, ...rest] = group.map((event) =>
			phrase(event, nameOf, even ? event.length : common),
		);
		if (!start) return [];
		const notes = [start.note, ...rest.flatMap(joined)];
		return [...start.before, words(length, tupletName(first.tuplet.number), ...notes)];
	});
}

/** Each tuplet as one group, every other event on its own. */
function groups(events: readonly ScoreEvent[]): ScoreEvent[][] {
	const all: ScoreEvent[][] = [];
	for (const event of events) {
		const last = all.at(-1);
		if (event.tuplet && event.tuplet.place > 1 && last?.at(-1)?.tuplet) last.push(event);
		else all.push([event]);
	}
	return all;
}

function phrase(
	event: ScoreEvent,
	nameOf: ReturnType<typeof noteNamer>,
	common: number | null,
): Phrase {
	const { kind, pitches, length, tiedFrom, grace, chordName, text } = event;
	const chord = chordName && chordWords(chordName);
	const { on, alone } = ornamentWords(event.ornaments);
	const before = [
		text ?? '',
		chord ? `chord ${chord}` : (chordName ?? ''),
		...alone,
		grace.length > 0 ? `grace ${grace.map(nameOf).join(' ')}` : '',
	].filter(Boolean);
	const sound = kind === 'rest' ? 'rest' : pitches.map(nameOf).join(' with ');
	const note = words(
		tiedFrom ? 'tied' : '',
		on.length > 0 ? `${on.join(' and ')} on ${sound}` : sound,
		length === common ? '' : lengthName(length),
	);
	return { before, note };
}

function joined({ before, note }: Phrase): string[] {
	return [...before, note];
}

function tupletName(number: number): string {
	return TUPLETS.get(number) ?? `tuplet of ${number}`;
}

function words(...parts: string[]): string {
	return parts.filter(Boolean).join(' ');
}
