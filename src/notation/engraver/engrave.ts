import draw from 'abcjs/src/write/draw/draw.js';
import EngraverController from 'abcjs/src/write/engraver-controller.js';
import GetFontAndAttr from 'abcjs/src/write/helpers/get-font-and-attr.js';
import GetTextSize from 'abcjs/src/write/helpers/get-text-size.js';
import glyphs from 'abcjs/src/write/creation/glyphs.js';
import layout from 'abcjs/src/write/layout/layout.js';
import type { ParsedTune } from '../score/parsed-tune.ts';
import { compactSvg, type Drawing } from './compact-svg.ts';
import { snapToGrid, type LaidOutTune } from './layout.ts';
import { Recorder } from './recorder.ts';

export interface EngraveOptions {
	/** Width of a line of music, in pixels; narrower lines give bigger notes where they are shown. */
	staffWidth?: number;
	/** Tablature under the staff. */
	tablature?: Tablature;
}

/** Writes tablature under the staves of a tune. */
export interface Tablature {
	/** Called before the tune is laid out. */
	prepare: (tune: object) => object[] | null;
	/** Called when the notes have been positioned. */
	layOut: (renderer: object, tune: object) => void;
}

/** Readable both on a phone and on paper. */
export const STAFF_WIDTH = 600;
const MARGIN = 3;

let press: { controller: EngraverController; recorder: Recorder } | undefined;

/**
 * Draws a tune that abcjs has parsed. Afterwards the tune holds the position of everything, for `placesOf`;
 * it cannot be drawn a second time.
 */
export function engrave(tune: ParsedTune, options: EngraveOptions = {}): Drawing {
	press ??= setUp();
	const { controller, recorder } = press;
	const { renderer } = controller;
	const drawn = tune as ParsedTune & LaidOutTune;
	controller.staffwidthScreen = options.staffWidth ?? STAFF_WIDTH;
	controller.reset();
	controller.getFontAndAttr = new GetFontAndAttr(drawn.formatting, controller.classes);
	controller.getTextSize = new GetTextSize(controller.getFontAndAttr, recorder);
	const { tablature } = options;
	if (tablature) drawn.tablatures = tablature.prepare(drawn);
	const scale = controller.setupTune(drawn, 0);
	controller.constructTuneElements(drawn);
	// Where the music needs more than a narrow line, all lines become as wide as the widest.
	const narrow = controller.staffwidthScreen < STAFF_WIDTH;
	const width = layout(renderer, drawn, controller.width, controller.space, narrow);
	snapToGrid(drawn);
	if (drawn.tablatures) tablature?.layOut(renderer, drawn);
	draw(renderer, controller.classes, drawn, controller.width, width, undefined, scale, false, 0, 0);
	return compactSvg(recorder.marks);
}

function setUp(): NonNullable<typeof press> {
	// The recorder needs the glyph's name only; its outline is in the font.
	glyphs.printSymbol = (x, y, name, paper: Recorder) => paper.glyph(name, x, y);
	const recorder = new Recorder();
	const controller = withDocument(
		() =>
			new EngraverController(
				{ appendChild: () => undefined },
				{
					selectTypes: false,
					paddingleft: MARGIN,
					paddingright: MARGIN,
					paddingtop: MARGIN,
					paddingbottom: MARGIN,
				},
			),
	);
	controller.renderer.paper = recorder;
	// abcjs draws straight lines as lines in Firefox, and as outlines in path data elsewhere.
	controller.renderer.firefox = true;
	return { controller, recorder };
}

/** abcjs makes an SVG element before it can be told to draw elsewhere; Node has no document. */
function withDocument<Made>(make: () => Made): Made {
	const scope = globalThis as { document?: unknown };
	if (scope.document !== undefined) return make();
	const element = {
		setAttribute: () => undefined,
		setAttributeNS: () => undefined,
		appendChild: () => undefined,
	};
	scope.document = { createElementNS: () => element };
	try {
		return make();
	} finally {
		delete scope.document;
	}
}
