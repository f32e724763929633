declare module 'abcjs/src/str/output.js' {
	/** The ABC that these tunes were parsed from, moved by semitones. */
	function strTranspose(abc: string, tunes: object[], semitones: number): string;
	export { strTranspose as default };
}
