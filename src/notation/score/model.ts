/** The written music of one voice. */
export interface Score {
	/** Key at the start: `Edorian`, `F#minor`; empty without a key. */
	key: string;
	/** Metre at the start: `6/8`, `4/4`; empty when free. */
	meter: string;
	parts: Part[];
}

/** A part of a tune, separated by double bars, repeats or `P:`; it has at least one bar. */
export interface Part {
	/** Its letter by position, or the text of its `P:`, with a number from the second part under it on. */
	name: string;
	repeated: boolean;
	bars: Bar[];
}

/** Everything between two bar lines; it has at least one event. */
export interface Bar {
	/** Counted from 1 within its part; 0 for a pick-up. All endings start from the same number. */
	number: number;
	/** `1`, `2`, `1,3` or the text above it; null outside endings. */
	ending: string | null;
	/** The key and the metre, if they change in this bar. */
	key: string | null;
	meter: string | null;
	events: ScoreEvent[];
	/** Marks on the bar line after it, such as `fine` and `D.C.`. */
	marks: string[];
	startChar: number;
	endChar: number;
}

/** A note, several notes at once, or a rest. */
export interface ScoreEvent {
	kind: 'note' | 'chord' | 'rest';
	/** In written order; empty for a rest. */
	pitches: Pitch[];
	/** Written length as a fraction of a whole note: a quaver is 0.125, also in a triplet. */
	length: number;
	/** Played length: shorter or longer than written within a tuplet. */
	duration: number;
	tuplet: Tuplet | null;
	/** Only continues what already sounds. */
	tiedFrom: boolean;
	grace: Pitch[];
	/** abcjs's names: `roll`, `trill`, `staccato`, `upbow`, `fermata` … */
	ornaments: string[];
	/** A chord symbol: `Am`, `F♯7`. */
	chordName: string | null;
	/** Other text at the note. */
	text: string | null;
	startChar: number;
	endChar: number;
}

export interface Tuplet {
	/** 3 for a triplet. */
	number: number;
	/** From 1. */
	place: number;
}

export interface Pitch {
	/** According to the key and the accidentals of its bar; a quarter-tone counts as its natural. */
	midi: number;
	step: Step;
	/** In semitones: 1 is sharp, -1 flat. */
	alter: number;
	/** Middle C is C4. */
	octave: number;
	/** Whether it has a written accidental, or one earlier in its bar overrides the key. */
	accidental: boolean;
}

export type Step = 'C' | 'D' | 'E' | 'F' | 'G' | 'A' | 'B';
