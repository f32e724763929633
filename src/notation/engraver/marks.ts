/** What a drawing consists of, in abcjs's pixels, as abcjs drew it. */
export interface Marks {
	width: number;
	height: number;
	glyphs: GlyphMark[];
	/** A head and the one stem it has, together. */
	stems: StemMark[];
	bars: StemMark[];
	/** Staff lines; those of one staff share a group, top to bottom. */
	staffLines: LineMark[];
	ledgers: LineMark[];
	beams: BeamMark[];
	/** Ties and slurs: the outer curve, `[x1, y1, cx1, cy1, cx2, cy2, x2, y2]`. */
	arcs: { curve: number[]; dotted: boolean }[];
	/** Thin open lines, each given as points: brackets over endings and tuplets, hairpins. */
	strokes: [number, number][][];
	/** Path data of filled shapes of any other kind: braces, glissandi, boxes. */
	fills: string[];
	texts: TextMark[];
}

export interface GlyphMark {
	/** abcjs's name. */
	name: string;
	x: number;
	y: number;
	/** 1, or less for grace notes. */
	scale: number;
	/** The note, bar or rest it belongs to; marks of one group are consecutive. */
	group: number;
}

export interface StemMark {
	x: number;
	top: number;
	bottom: number;
	width: number;
	group: number;
}

export interface LineMark {
	x1: number;
	x2: number;
	y: number;
	group: number;
}

/** The middle line of a beam. */
export interface BeamMark {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
	thickness: number;
}

export type TextRole = 'chord' | 'part' | 'number' | 'lyric' | 'other';

export interface TextMark {
	text: string;
	x: number;
	/** Position of the baseline. */
	y: number;
	/** In pixels. */
	size: number;
	middle: boolean;
	role: TextRole;
}

export function noMarks(): Marks {
	return {
		width: 0,
		height: 0,
		glyphs: [],
		stems: [],
		bars: [],
		staffLines: [],
		ledgers: [],
		beams: [],
		arcs: [],
		strokes: [],
		fills: [],
		texts: [],
	};
}
