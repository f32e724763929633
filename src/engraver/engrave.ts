import draw from 'abcjs/src/write/draw/draw.js';
import EngraverController from 'abcjs/src/write/engraver-controller.js';
import GetFontAndAttr from 'abcjs/src/write/helpers/get-font-and-attr.js';
import GetTextSize from 'abcjs/src/write/helpers/get-text-size.js';
import layout from 'abcjs/src/write/layout/layout.js';
import { compactSvg, type Drawing } from './compact-svg.ts';
import { drawGlyphsAsMarks } from './glyphs.ts';
import { snapToGrid, type LaidOutTune } from './layout.ts';
import { Recorder } from './recorder.ts';

/** The width of a line of music, in pixels: reads well on a phone and on paper. */
const STAFF_WIDTH = 600;
const MARGIN = 3;

let press: { controller: EngraverController; recorder: Recorder } | undefined;

/** Draws a tune that abcjs has parsed; afterwards the tune holds where everything stands. */
export function engrave(tune: LaidOutTune & { formatting: object }): Drawing {
	press ??= setUp();
	const { controller, recorder } = press;
	const { renderer } = controller;
	controller.reset();
	controller.getFontAndAttr = new GetFontAndAttr(tune.formatting, controller.classes);
	controller.getTextSize = new GetTextSize(controller.getFontAndAttr, recorder);
	const scale = controller.setupTune(tune, 0);
	controller.constructTuneElements(tune);
	const width = layout(renderer, tune, controller.width, controller.space, false);
	snapToGrid(tune);
	draw(renderer, controller.classes, tune, controller.width, width, undefined, scale, false, 0, 0);
	return compactSvg(recorder.marks);
}

function setUp(): NonNullable<typeof press> {
	drawGlyphsAsMarks();
	const recorder = new Recorder();
	const controller = withDocument(
		() =>
			new EngraverController(
				{ appendChild: () => undefined },
				{
					staffwidth: STAFF_WIDTH,
					selectTypes: false,
					paddingleft: MARGIN,
					paddingright: MARGIN,
					paddingtop: MARGIN,
					paddingbottom: MARGIN,
				},
			),
	);
	controller.renderer.paper = recorder;
	// abcjs draws its lines in another way there, which the recorder need not know.
	controller.renderer.firefox = false;
	return { controller, recorder };
}

/** abcjs makes an SVG element before it can be told to draw elsewhere; in Node there is no document. */
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
