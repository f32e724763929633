// The parts of abcjs 6.7.2's parsed tune that we read. All types here are abcjs's own.

export interface ParsedTune {
	lines: ParsedLine[];
	formatting: object;
	metaText: object;
}

/** A line of music, or of text if it has no staff. */
interface ParsedLine {
	staff?: ParsedStaff[];
}

interface ParsedStaff {
	key?: ParsedKey;
	/** Only where it changes. */
	meter?: ParsedMeter;
	voices: ParsedElement[][];
}

export interface ParsedKey {
	/** `none` without a key, `HP` or `Hp` for Highland pipes. */
	root: string;
	acc: '' | '#' | 'b';
	mode: '' | 'm' | 'Dor' | 'Mix' | 'Lyd' | 'Phr' | 'Loc';
	/** The signature, with cancelled accidentals as naturals; letters in either case. */
	accidentals: { acc: ParsedAccidental; note: string }[];
}

export type ParsedAccidental =
	'sharp' | 'flat' | 'natural' | 'dblsharp' | 'dblflat' | 'quartersharp' | 'quarterflat';

export interface ParsedMeter {
	type: string;
	/** With `type: 'specified'`; `num` may be a sum like `2+3`. */
	value?: { num: string; den?: string }[];
}

export type ParsedElement =
	| ParsedNote
	| ParsedBar
	| ({ el_type: 'key' } & ParsedKey)
	| ({ el_type: 'meter' } & ParsedMeter)
	| { el_type: 'part'; title: string }
	| { el_type: 'clef' | 'gap' | 'midi' | 'overlay' | 'scale' | 'stem' | 'style' | 'tempo' };

/** A note, several at once, or a rest. */
export interface ParsedNote {
	el_type: 'note';
	startChar: number;
	endChar: number;
	/** Written length as a fraction of a whole note. */
	duration: number;
	pitches?: ParsedPitch[];
	rest?: { type: string };
	gracenotes?: ParsedPitch[];
	decoration?: string[];
	chord?: ParsedChord[];
	startTriplet?: number;
	tripletMultiplier?: number;
	endTriplet?: true;
}

export interface ParsedPitch {
	/** Steps above middle C. */
	pitch: number;
	accidental?: ParsedAccidental;
	startTie?: object;
	endTie?: boolean;
}

interface ParsedChord {
	name: string;
	/** `default` for a chord symbol, else the place of an annotation. */
	position?: string | null;
}

export interface ParsedBar {
	el_type: 'bar';
	type: string;
	startChar: number;
	endChar: number;
	/** `1`, `2`, `1,3`, `1-3` or any text. */
	startEnding?: string;
	endEnding?: boolean;
	decoration?: string[];
}

export interface ParsedSound {
	cmd: string;
	/** MIDI. */
	pitch?: number;
	/** From 0 to 127. */
	volume?: number;
	/** Fractions of a whole note. */
	start?: number;
	duration?: number;
	/** Offset in the source; absent for chords and ornaments that abcjs generates. */
	startChar?: number;
	/** `grace` or `decoration` if it is not one of the written notes. */
	style?: string;
}
