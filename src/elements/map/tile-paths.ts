import { clipLine, clipRing, overlaps, type Box, type Line } from './geometry.ts';
import type { Outline, Outlines } from './land.ts';

/** CSS pixels, as everywhere. */
export const TILE_SIZE = 256;
/** Pixels drawn beyond the tile, so that the line along a cut is not visible. */
const MARGIN = 3;

/** The land and the borders of one tile as path data, in pixels from its corner. */
export function tilePaths(outlines: Outlines, zoom: number, x: number, y: number) {
	const scale = (TILE_SIZE * 2 ** zoom) / outlines.size;
	const box = {
		left: (x * TILE_SIZE - MARGIN) / scale,
		top: (y * TILE_SIZE - MARGIN) / scale,
		right: ((x + 1) * TILE_SIZE + MARGIN) / scale,
		bottom: ((y + 1) * TILE_SIZE + MARGIN) / scale,
	};
	const toPath = (line: Line, end: string): string => pathOf(line, scale, x, y, end);
	return {
		land: near(outlines.land, box)
			.map(({ line }) => toPath(clipRing(line, box), 'z'))
			.join(''),
		borders: near(outlines.borders, box)
			.flatMap(({ line }) => clipLine(line, box))
			.map((line) => toPath(line, ''))
			.join(''),
	};
}

function near(outlines: readonly Outline[], box: Box): Outline[] {
	return outlines.filter((outline) => overlaps(outline.box, box));
}

/** Half-pixel precision is enough for any screen; coinciding points are merged. */
function pathOf(line: Line, scale: number, x: number, y: number, end: string): string {
	let path = '';
	let last = '';
	for (const point of line) {
		const across = Math.round((point[0] * scale - x * TILE_SIZE) * 2) / 2;
		const down = Math.round((point[1] * scale - y * TILE_SIZE) * 2) / 2;
		const next = `${across} ${down}`;
		if (next === last) continue;
		path += (path === '' ? 'M' : 'L') + next;
		last = next;
	}
	return path === '' ? '' : path + end;
}
