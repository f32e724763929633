/** The written music of one voice. */
export interface Score {
	/** At the start: `Edorian`, `F#minor`; empty without a key. */
	key: string;
	/** At the start: `6/8`, `4/4`; empty when free. */
	meter: string;
	parts: Part[];
}

/** What double bars, repeats and `P:` divide a tune into; it has at least one bar. */
export interface Part {
	/** Its place as a letter, or the text of its `P:`, with a number from its second part on. */
	name: string;
	repeated: boolean;
	bars: Bar[];
}

/** All between two bar lines; it has at least one event. */
export interface Bar {
	/** From 1 in its part; 0 for a pick-up. Each ending counts from the same number. */
	number: number;
	/** `1`, `2`, `1,3` or the text over it; null outside endings. */
	ending: string | null;
	/** The key and the metre where they change in this bar. */
	key: string | null;
	meter: string | null;
	events: ScoreEvent[];
	/** Marks of the bar line after it, like `fine` and `D.C.`. */
	marks: string[];
	startChar: number;
	endChar: number;
}

/** A note, several notes at once, or a rest. */
export interface ScoreEvent {
	kind: 'note' | 'chord' | 'rest';
	/** In the order written; empty for a rest. */
	pitches: Pitch[];
	/** As written, as a fraction of a whole note: a quaver is 0.125, in a triplet too. */
	length: number;
	/** As played: shorter or longer than written within a tuplet. */
	duration: number;
	tuplet: Tuplet | null;
	/** Only goes on sounding what sounds already. */
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
	/** By the key and the accidentals of its bar; a quarter-tone counts as its natural. */
	midi: number;
	step: Step;
	/** In semitones: 1 is sharp, -1 flat. */
	alter: number;
	/** Middle C is C4. */
	octave: number;
	/** It has a written accidental, or one of its bar overrules the key. */
	accidental: boolean;
}

export type Step = 'C' | 'D' | 'E' | 'F' | 'G' | 'A' | 'B';
