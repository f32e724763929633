// What plays in abcjs 6.7.2; see abcjs-parse.d.ts.

declare module 'abcjs/src/synth/abc_midi_sequencer.js' {
	/** The music of a tune in order, with the repeats played out. */
	function sequence(tune: object, options: object): object;
	export { sequence as default };
}

declare module 'abcjs/src/synth/abc_midi_flattener.js' {
	/** What sounds when, of a sequence. */
	function flatten(sequence: object, options: object): { tracks: unknown[] };
	export { flatten as default };
}
