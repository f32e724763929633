// The parser of abcjs 6.7.2. It has no types and no stability promise, which is why package.json pins the
// exact version.

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
		/** Offset in the source, counting each line end as one character. */
		startChar: number;
		/** From 0. */
		column: number;
	}
}
