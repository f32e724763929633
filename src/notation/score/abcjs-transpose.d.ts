declare module 'abcjs/src/str/output.js' {
	/** The ABC from which these tunes were parsed, transposed by semitones. */
	function strTranspose(abc: string, tunes: object[], semitones: number): string;
	export { strTranspose as default };
}
