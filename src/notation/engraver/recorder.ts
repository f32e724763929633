import { LETTERS } from './glyphs.ts';
import { noMarks, type GlyphMark, type Marks, type TextRole } from './marks.ts';
import { textSize } from './text-size.ts';

type Attributes = Record<string, unknown>;

/** The surface abcjs draws on: the interface of its own SVG writer (abcjs/src/write/svg.js). */
interface Paper {
	svg: object;
	clear: () => void;
	path: (attributes: Attributes) => Drawn;
	lineToBack: (attributes: Line) => Drawn;
	rect: (attributes: Attributes) => Drawn;
	text: (text: string, attributes: Attributes) => Drawn;
	richTextLine: (phrases: { content: string }[], x: number, y: number) => Drawn;
	getTextSize: (text: string, attributes: Attributes) => { width: number; height: number };
	openGroup: () => Drawn;
	closeGroup: () => Drawn;
	setAttributeOnElement: (element: Drawn, attributes: Attributes) => void;
	setSize: (width: number, height: number) => void;
	setTitle: () => void;
	setAttribute: () => void;
	insertStyles: () => void;
	setScale: () => void;
	setParentStyles: () => void;
}

/** A straight line in the form abcjs uses for Firefox. */
interface Line {
	x1: number;
	x2: number;
	y1: number;
	y2: number;
	'stroke-width': number;
	'data-name'?: string;
}

/** What abcjs gets back for each thing it draws, and treats as an element. */
export interface Drawn {
	/** The glyph, if it is one. */
	glyph?: GlyphMark;
	className: { baseVal: string };
	getAttribute: () => null;
	setAttribute: () => void;
	addEventListener: () => void;
	getBBox: () => { x: number; y: number; width: number; height: number };
}

const NUMBER = /-?\d+(?:\.\d+)?/g;
/** One or more four-cornered shapes: the beams of a group. */
const BEAMS = /^(?:M[-\d.]+ [-\d.]+ L[-\d.]+ [-\d.]+L[-\d.]+ [-\d.]+ L[-\d.]+ [-\d.]+z)+$/;

/** Records what abcjs draws as marks instead of making SVG elements. */
export class Recorder implements Paper {
	marks: Marks = noMarks();
	readonly svg = NOTHING;
	private group = 0;

	clear(): void {
		this.marks = noMarks();
		this.group = 0;
	}

	/** A glyph by its name, or null when abcjs has none of that name. */
	glyph(name: string, x: number, y: number): Drawn | null {
		if (!LETTERS.has(name)) return null;
		const glyph: GlyphMark = { name, x, y, scale: 1, group: this.group };
		this.marks.glyphs.push(glyph);
		return { ...NOTHING, glyph };
	}

	path(attributes: Attributes): Drawn {
		const data = String(attributes['path']);
		const name = attributes['data-name'];
		if (name === 'tie' || name === 'slur') {
			const dotted = attributes['stroke-dasharray'] !== undefined;
			this.marks.arcs.push({ curve: numbers(data).slice(0, 8), dotted });
		} else if (BEAMS.test(data)) {
			this.recordBeams(numbers(data));
		} else if (attributes['stroke'] !== 'none') {
			this.marks.strokes.push(...lines(data));
		} else {
			this.marks.fills.push(data);
		}
		return NOTHING;
	}

	/** abcjs puts straight lines behind everything else: staves, ledger lines, stems and bar lines. */
	lineToBack({ x1, x2, y1, y2, 'stroke-width': width, 'data-name': name }: Line): Drawn {
		const { staffLines, ledgers, stems, bars } = this.marks;
		const { group } = this;
		if (x1 === x2) {
			const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
			(name === 'stem' ? stems : bars).push({ x: x1, top, bottom, width, group });
		} else {
			// In that form it lies lower by a quarter of its thickness.
			const line = { x1, x2, y: y1 - width / 4, group };
			(name === 'ledger' ? ledgers : staffLines).push(line);
		}
		return NOTHING;
	}

	rect(attributes: Attributes): Drawn {
		const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) =>
			Number(attributes[key]),
		) as [number, number, number, number];
		this.marks.strokes.push([
			[x, y],
			[x + width, y],
			[x + width, y + height],
			[x, y + height],
			[x, y],
		]);
		return NOTHING;
	}

	text(text: string, attributes: Attributes): Drawn {
		// abcjs's own debugging marks.
		if (attributes['stroke'] === '#ff0000') return NOTHING;
		this.marks.texts.push({
			text: String(text),
			x: Number(attributes['x']),
			y: Number(attributes['y']),
			size: Number(attributes['font-size']),
			middle: attributes['text-anchor'] === 'middle',
			role: roleOf(attributes['data-name'], String(text)),
		});
		return NOTHING;
	}

	richTextLine(phrases: { content: string }[], x: number, y: number): Drawn {
		const text = phrases.map((phrase) => phrase.content).join('');
		this.marks.texts.push({ text, x, y, size: 16, middle: false, role: 'other' });
		return NOTHING;
	}

	getTextSize(text: string, attributes: Attributes): { width: number; height: number } {
		return textSize(String(text), attributes);
	}

	openGroup(): Drawn {
		this.group++;
		return NOTHING;
	}

	closeGroup(): Drawn {
		this.group++;
		return NOTHING;
	}

	/** The only relevant attribute is the scaling of grace notes about a point. */
	setAttributeOnElement(element: Drawn, attributes: Attributes): void {
		const [x = 0, y = 0, scale = 1] = numbers(String(attributes['transform'] ?? ''));
		const { glyph } = element;
		if (!glyph || scale === 1) return;
		glyph.scale = scale;
		glyph.x = x + scale * (glyph.x - x);
		glyph.y = y + scale * (glyph.y - y);
	}

	setSize(width: number, height: number): void {
		this.marks.width = width;
		this.marks.height = height;
	}

	setTitle(): void {
		// The page labels its drawings itself; the same goes for the methods below.
	}
	setAttribute(): void {
		return;
	}
	insertStyles(): void {
		return;
	}
	setScale(): void {
		return;
	}
	setParentStyles(): void {
		return;
	}

	private recordBeams(corners: number[]): void {
		for (let i = 0; i < corners.length; i += 8) {
			const [x1 = 0, top1 = 0, x2 = 0, top2 = 0, , bottom2 = 0, , bottom1 = 0] = corners.slice(
				i,
				i + 8,
			);
			this.marks.beams.push({
				x1,
				y1: (top1 + bottom1) / 2,
				x2,
				y2: (top2 + bottom2) / 2,
				thickness: Math.abs(bottom1 - top1),
			});
		}
	}
}

function numbers(text: string): number[] {
	return (text.match(NUMBER) ?? []).map(Number);
}

/** `M 1 2 L 3 4 M 5 6 L 7 8` as the points of each line. */
function lines(data: string): [number, number][][] {
	return data
		.split('M')
		.slice(1)
		.map((line) => {
			const points: [number, number][] = [];
			const values = numbers(line);
			for (let i = 0; i + 1 < values.length; i += 2)
				points.push([values[i] ?? 0, values[i + 1] ?? 0]);
			return points;
		});
}

function roleOf(name: unknown, text: string): TextRole {
	if (name === 'chord' || name === 'lyric') return name;
	if (/^\d+$/.test(text) && name === text) return 'number';
	return name === text ? 'part' : 'other';
}

/** Stands in for every element that is not needed later. */
const NOTHING: Drawn = {
	className: { baseVal: '' },
	getAttribute: () => null,
	setAttribute: () => undefined,
	addEventListener: () => undefined,
	getBBox: () => ({ x: 0, y: 0, width: 10, height: 10 }),
};
