// The parts of abcjs 6.7.2 that the engraver reaches into; they have no types of their own and are
// promised to nobody, which is why package.json pins the exact version and golden drawings are kept.
// A tune is `ParsedTune` of the score room, which no ambient module can name.

declare module 'abcjs/src/write/engraver-controller.js' {
	/** Everything abcjs knows of the drawing it makes. */
	class EngraverController {
		constructor(wrapper: object, params: Record<string, unknown>);
		renderer: {
			/** `Paper` of recorder.ts. */
			paper: object;
			firefox: boolean;
		};
		/** Of a line on a screen, in pixels. */
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
	/** Gives every element its place; returns the width of the widest line. */
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
		/** Outline as path commands, relative but for the first `M`; null for an unknown name. */
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
