// The parts of abcjs 6.7.2 that the engraver reaches into; they have no types of their own and are
// promised to nobody, which is why package.json pins the exact version and golden drawings are kept.

declare module 'abcjs/src/write/engraver-controller.js' {
	import type { ParsedTune } from '../score/parsed-tune.ts';
	import type { Paper } from './recorder.ts';

	export interface Renderer {
		paper: Paper;
		firefox: boolean;
	}

	/** Everything abcjs knows of the drawing it makes. */
	class EngraverController {
		constructor(wrapper: object, params: Record<string, unknown>);
		renderer: Renderer;
		width: number;
		space: number;
		getFontAndAttr: object;
		getTextSize: object;
		classes: object;
		reset(): void;
		setupTune(tune: ParsedTune, number: number): number;
		constructTuneElements(tune: ParsedTune): void;
	}
	export default EngraverController;
}

declare module 'abcjs/src/write/helpers/get-font-and-attr.js' {
	export default class GetFontAndAttr {
		constructor(formatting: object, classes: object);
	}
}

declare module 'abcjs/src/write/helpers/get-text-size.js' {
	import type { Paper } from './recorder.ts';
	export default class GetTextSize {
		constructor(fonts: object, paper: Paper);
	}
}

declare module 'abcjs/src/write/layout/layout.js' {
	import type { Renderer } from 'abcjs/src/write/engraver-controller.js';
	import type { ParsedTune } from '../score/parsed-tune.ts';
	/** Gives every element its place; returns the width of the widest line. */
	export default function layout(
		renderer: Renderer,
		tune: ParsedTune,
		width: number,
		space: number,
		expandToWidest: boolean,
	): number;
}

declare module 'abcjs/src/write/draw/draw.js' {
	import type { Renderer } from 'abcjs/src/write/engraver-controller.js';
	import type { ParsedTune } from '../score/parsed-tune.ts';
	export default function draw(
		renderer: Renderer,
		classes: object,
		tune: ParsedTune,
		width: number,
		maxWidth: number,
		responsive: undefined,
		scale: number,
		selectTypes: false,
		tuneNumber: number,
		lineOffset: number,
	): unknown;
}

declare module 'abcjs/src/write/creation/glyphs.js' {
	const glyphs: {
		getSymbolWidth(name: string): number;
		symbolHeightInPitches(name: string): number;
		/** Outline as path commands, relative but for the first `M`; null for an unknown name. */
		getPathForSymbol(x: number, y: number, name: string): (string | number)[][] | null;
		setSymbol(name: string, symbol: { d: (string | number)[][]; w: number; h: number }): void;
	};
	export default glyphs;
}

declare module 'abcjs/src/tablatures/abc_tablatures.js' {
	import type { Renderer } from 'abcjs/src/write/engraver-controller.js';
	import type { ParsedTune } from '../score/parsed-tune.ts';
	const tablatures: {
		preparePlugins(tune: ParsedTune, number: number, params: object): object[] | null;
		layoutTablatures(renderer: Renderer, tune: ParsedTune): void;
	};
	export default tablatures;
}
