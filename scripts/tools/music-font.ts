import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import glyphs from 'abcjs/src/write/creation/glyphs.js';
// @ts-expect-error It has no types.
import untypedOpentype from 'opentype.js';
// @ts-expect-error It has no types.
import untypedSubset from 'subset-font';
import {
	LETTERS,
	STEMMED_HEADS,
	stemmedLetter,
	type StemmedHead,
} from '../../src/notation/engraver/glyphs.ts';
import { FONT_SIZE, SCALE } from '../../src/notation/engraver/units.ts';

// Makes src/site/fonts/music.woff2 of abcjs's own outlines (MIT). Run it again when the letters in
// src/notation/engraver/glyphs.ts or abcjs change; the result is committed.

interface Outline {
	moveTo: (x: number, y: number) => void;
	lineTo: (x: number, y: number) => void;
	curveTo: (...points: [number, number, number, number, number, number]) => void;
	close: () => void;
}
interface Opentype {
	Path: new () => Outline;
	Glyph: new (options: object) => object;
	Font: new (options: object) => { toArrayBuffer: () => ArrayBuffer };
}
const opentype = untypedOpentype as Opentype;
const subsetFont = untypedSubset as (font: Buffer, letters: string, o: object) => Promise<Buffer>;

const EM = 1000;
/** Font units per unit of our drawings. */
const PER_UNIT = EM / FONT_SIZE;
/** The same for every glyph, and not zero: Firefox and WebKit misplace glyphs without width. */
const ADVANCE = 250;
const STEM_WIDTH = 0.8;

/** Draws one of abcjs's glyphs, whose commands are relative except for `M`. */
function outline(name: string): Outline {
	const to = new opentype.Path();
	const across = (value: number): number => Math.round(value * SCALE * PER_UNIT);
	let [x, y, controlX, controlY] = [0, 0, 0, 0];
	for (const [command, ...rest] of glyphs.getPathForSymbol(0, 0, name) ?? []) {
		const v = rest.map(Number);
		const at = (n: number): [number, number] => [x + (v[n] ?? 0), y + (v[n + 1] ?? 0)];
		if (command === 'z') {
			to.close();
		} else if (command === 'c' || command === 's') {
			const first: [number, number] =
				command === 'c' ? at(0) : [2 * x - controlX, 2 * y - controlY];
			const [second, end] = command === 'c' ? [at(2), at(4)] : [at(0), at(2)];
			to.curveTo(
				across(first[0]),
				-across(first[1]),
				across(second[0]),
				-across(second[1]),
				across(end[0]),
				-across(end[1]),
			);
			[[controlX, controlY], [x, y]] = [second, end];
		} else {
			[x, y] = command === 'M' ? [v[0] ?? 0, v[1] ?? 0] : at(0);
			[controlX, controlY] = [x, y];
			if (command === 'l' || command === 'L') to.lineTo(across(x), -across(y));
			else to.moveTo(across(x), -across(y));
		}
	}
	return to;
}

/** A note head with its stem: on the right going up, on the left going down. */
function stemmedOutline({ name, up, length }: StemmedHead): Outline {
	const to = outline(name);
	const right = up ? glyphs.getSymbolWidth(name) * SCALE * PER_UNIT : STEM_WIDTH * PER_UNIT;
	const left = right - STEM_WIDTH * PER_UNIT;
	const [from, end] = up ? [1.2, length] : [-1.2, -length];
	const corners = [
		[left, from],
		[right, from],
		[right, end],
		[left, end],
	].map(([x = 0, y = 0]) => [Math.round(x), Math.round(y * PER_UNIT)] as const);
	// In the opposite direction, the overlap with the head would be a hole.
	if (up) corners.reverse();
	for (const [n, [x, y]] of corners.entries()) {
		if (n === 0) to.moveTo(x, y);
		else to.lineTo(x, y);
	}
	to.close();
	return to;
}

function glyph(letter: string, path: Outline): object {
	const unicode = letter.codePointAt(0);
	return new opentype.Glyph({ name: `g${unicode}`, unicode, advanceWidth: ADVANCE, path });
}

const nothing = { name: '.notdef', unicode: 0, advanceWidth: 0, path: new opentype.Path() };
const font = new opentype.Font({
	familyName: 'Music',
	styleName: 'Regular',
	unitsPerEm: EM,
	ascender: 800,
	descender: -200,
	createdTimestamp: 0,
	glyphs: [
		new opentype.Glyph(nothing),
		...[...LETTERS].map(([name, letter]) => glyph(letter, outline(name))),
		...STEMMED_HEADS.map((head, n) => glyph(stemmedLetter(n), stemmedOutline(head))),
	],
});
const letters = [...LETTERS.values(), ...STEMMED_HEADS.map((_, n) => stemmedLetter(n))].join('');
const packed = await subsetFont(Buffer.from(font.toArrayBuffer()), letters, {
	targetFormat: 'woff2',
});
await writeFile(path.resolve('src/site/fonts/music.woff2'), packed);
console.log(`music.woff2: ${letters.length} glyphs, ${packed.length} bytes`);
