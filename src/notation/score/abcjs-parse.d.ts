// The parser of abcjs 6.7.2; it has no types of its own and is promised to nobody, which is why
// package.json pins the exact version.

declare module 'abcjs/src/parse/abc_parse.js' {
	/** Parses one tune. */
	class Parse {
		parse(abc: string, switches?: object): void;
		/** A `ParsedTune`, whose type cannot be named here: an ambient module has no relative imports. */
		getTune(): unknown;
		/** Undefined when there are none. */
		getWarningObjects(): ParseWarning[] | undefined;
	}
	export { Parse as default };

	export interface ParseWarning {
		message: string;
		/** The whole line of source. */
		line: string;
		/** In the source, its line ends counted as one character. */
		startChar: number;
		/** From 0. */
		column: number;
	}
}
