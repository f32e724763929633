// The playback part of abcjs 6.7.2; see abcjs-parse.d.ts.

declare module 'abcjs/src/synth/abc_midi_sequencer.js' {
	/** The music of a tune in order, with repeats expanded. */
	function sequence(tune: object, options: object): object;
	export { sequence as default };
}

declare module 'abcjs/src/synth/abc_midi_flattener.js' {
	/** The sounds of a sequence with their times. */
	function flatten(sequence: object, options: object): { tracks: unknown[] };
	export { flatten as default };
}
