import type { Pitch, ScoreEvent, Tuplet } from './model.ts';
import type { ParsedNote } from './parsed-tune.ts';
import { PitchReader } from './pitches.ts';

/** The notes that continue into the next event, by abcjs's number. */
type Ties = ReadonlyMap<number, Pitch>;

/** Reads the notes of a voice in written order. */
export class EventReader {
	readonly pitches = new PitchReader();
	#ties: Ties = new Map();
	#tiesIntoEndings: Ties = new Map();
	#tuplet: (Tuplet & { factor: number }) | null = null;

	/** In abcjs no tuplet crosses the end of a line. */
	startLine(): void {
		this.#tuplet = null;
	}

	/** A later ending starts with the same ties as the first one. */
	startEnding(first: boolean): void {
		if (first) this.#tiesIntoEndings = this.#ties;
		else this.#ties = this.#tiesIntoEndings;
	}

	/** Null for a spacer, which is not music. */
	read(note: ParsedNote): ScoreEvent | null {
		if (note.rest?.type === 'spacer') return null;
		// abcjs plays grace notes first, so their accidentals also apply to the note itself.
		const grace = note.gracenotes?.map((parsed) => this.pitches.read(parsed)) ?? [];
		const ties = this.#ties;
		const next = new Map<number, Pitch>();
		let tied = 0;
		const pitches = (note.pitches ?? []).map((parsed) => {
			const before = parsed.endTie ? ties.get(parsed.pitch) : undefined;
			if (before) tied += 1;
			const pitch = this.pitches.read(parsed, before);
			if (parsed.startTie) next.set(parsed.pitch, pitch);
			return pitch;
		});
		this.#ties = next;
		// abcjs plays a note without a length as a crotchet.
		const length = note.duration || 0.25;
		return {
			kind: pitches.length === 0 ? 'rest' : pitches.length === 1 ? 'note' : 'chord',
			pitches,
			length,
			...this.#inTuplet(note, length),
			tiedFrom: tied > 0 && tied === pitches.length,
			grace,
			ornaments: (note.decoration ?? []).map((name) => (name === 'irishroll' ? 'roll' : name)),
			...textsOf(note),
			startChar: note.startChar,
			endChar: note.endChar,
		};
	}

	#inTuplet({ startTriplet, tripletMultiplier, endTriplet }: ParsedNote, length: number) {
		if (startTriplet)
			this.#tuplet = { number: startTriplet, place: 0, factor: tripletMultiplier ?? 1 };
		if (!this.#tuplet) return { duration: length, tuplet: null };
		const { number, factor } = this.#tuplet;
		const place = (this.#tuplet.place += 1);
		if (endTriplet) this.#tuplet = null;
		return { duration: length * factor, tuplet: { number, place } };
	}
}

function textsOf({ chord = [] }: ParsedNote): Pick<ScoreEvent, 'chordName' | 'text'> {
	const named = (symbols: boolean) => {
		const texts = chord.filter(({ position }) => (position === 'default') === symbols);
		return (
			texts
				.map(({ name }) => name.trim())
				.join(' ')
				.replace(/\s+/g, ' ') || null
		);
	};
	return { chordName: named(true), text: named(false) };
}
