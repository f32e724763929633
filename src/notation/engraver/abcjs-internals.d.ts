// The internal parts of abcjs 6.7.2 that the engraver uses. They have no types and no stability promise,
// which is why package.json pins the exact version and golden drawings are kept. A tune is a `ParsedTune` of
// src/notation/score, which an ambient module cannot import.

declare module 'abcjs/src/write/engraver-controller.js' {
	/** Holds everything abcjs knows about the drawing it is making. */
	class EngraverController {
		constructor(wrapper: object, params: Record<string, unknown>);
		renderer: {
			/** `Paper` of recorder.ts. */
			paper: object;
			firefox: boolean;
		};
		/** Width of a line on a screen, in pixels. */
		staffwidthScreen: number;
		width: number;
		space: number;
		getFontAndAttr: object;
		getTextSize: object;
		classes: object;
		reset(): void;
		setupTune(tune: object, number: number): number;
		constructTuneElements(tune: object): void;
	}
	export { EngraverController as default };
}

declare module 'abcjs/src/write/helpers/get-font-and-attr.js' {
	class GetFontAndAttr {
		constructor(formatting: object, classes: object);
	}
	export { GetFontAndAttr as default };
}

declare module 'abcjs/src/write/helpers/get-text-size.js' {
	class GetTextSize {
		constructor(fonts: object, paper: object);
	}
	export { GetTextSize as default };
}

declare module 'abcjs/src/write/layout/layout.js' {
	/** Positions every element; returns the width of the widest line. */
	function layout(
		renderer: object,
		tune: object,
		width: number,
		space: number,
		expandToWidest: boolean,
	): number;
	export { layout as default };
}

declare module 'abcjs/src/write/draw/draw.js' {
	function draw(
		renderer: object,
		classes: object,
		tune: object,
		width: number,
		maxWidth: number,
		responsive: undefined,
		scale: number,
		selectTypes: false,
		tuneNumber: number,
		lineOffset: number,
	): unknown;
	export { draw as default };
}

declare module 'abcjs/src/write/creation/glyphs.js' {
	const glyphs: {
		getSymbolWidth(name: string): number;
		symbolHeightInPitches(name: string): number;
		/** Outline as path commands, relative except for the first `M`; null for an unknown name. */
		getPathForSymbol(x: number, y: number, name: string): (string | number)[][] | null;
		/** Draws a glyph on a paper; null for an unknown name. */
		printSymbol: (x: number, y: number, name: string, paper: never) => object | null;
	};
	export { glyphs as default };
}

declare module 'abcjs/src/tablatures/abc_tablatures.js' {
	const tablatures: {
		preparePlugins(tune: object, number: number, params: object): object[] | null;
		layoutTablatures(renderer: object, tune: object): void;
	};
	export { tablatures as default };
}
