import {
	boxOf,
	clipLine,
	clipRing,
	overlaps,
	project,
} from '../../../src/elements/map/geometry.ts';
import type { Box, Line, Point } from '../../../src/elements/map/geometry.ts';
import { encodeLines } from '../../../src/elements/map/land-code.ts';
import {
	CELL_MARGIN,
	CELL_ZOOM,
	cellFile,
	cellName,
	WORLD_FILE,
} from '../../../src/offline/land-file.ts';
import type { LandFile, WorldFile } from '../../../src/offline/land-file.ts';
import { readAtlas, type Outlines } from './atlas.ts';
import { areaOf, simplify } from './simplify.ts';

/** Units around the world, for zoom levels at which one is about a pixel. */
const WORLD_SIZE = 2 ** 13;
const WORLD_TOLERANCE = 1 / 3500;

/** Finer than Natural Earth's own grid at our latitudes. */
const CELL_SIZE = 2 ** 17;
/** 600 metres at the equator. */
const CELL_TOLERANCE = 600 / 40_075_000;
/** Where most of the music is played, every point of Natural Earth is kept. */
const FULL = boxBetween(-11, 61, 2.2, 49.7);
const FULL_TOLERANCE = 1 / CELL_SIZE / 4;
/** Beyond these limits is ice, with a third of the world's coasts: the coarse map is enough. */
const CELLS = boxBetween(-180, 71, 180, -56);

/** The files of the map's land by name, the same on every machine. */
export function makeLand(): Map<string, string> {
	const world = readAtlas('50m', (line) => simplify(line, () => WORLD_TOLERANCE));
	const fine = readAtlas('10m', (line) => simplify(line, toleranceAt));
	const cells = cutCells(fine);
	const isSeen = (ring: Line): boolean => areaOf(ring) > WORLD_TOLERANCE ** 2;
	const file: WorldFile = {
		...fileOf({ ...world, land: world.land.filter(isSeen) }, WORLD_SIZE),
		cells: [...cells.keys()],
	};
	return new Map(
		Object.entries({
			[WORLD_FILE]: file,
			...Object.fromEntries([...cells].map(([name, cell]) => [cellFile(name), cell])),
		}).map(([name, content]) => [name, `${JSON.stringify(content)}\n`]),
	);
}

function toleranceAt([x, y]: Point): number {
	return isIn(x, y, FULL) ? FULL_TOLERANCE : CELL_TOLERANCE;
}

/** By name, every cell with something to see: neither all sea nor all land. */
function cutCells(outlines: Outlines): Map<string, LandFile> {
	const across = 2 ** CELL_ZOOM;
	const cells = new Map<string, LandFile>();
	for (let y = 0; y < across; y++) {
		for (let x = 0; x < across; x++) {
			if (!overlaps(CELLS, cellBox(x, y, 0))) continue;
			const part = cutBox(outlines, cellBox(x, y, CELL_MARGIN));
			if (part) cells.set(cellName(x, y), fileOf(part, CELL_SIZE));
		}
	}
	return cells;
}

function cellBox(x: number, y: number, margin: number): Box {
	const across = 2 ** CELL_ZOOM;
	return {
		left: (x - margin) / across,
		top: (y - margin) / across,
		right: (x + 1 + margin) / across,
		bottom: (y + 1 + margin) / across,
	};
}

/** Undefined when no coast and no border passes through the box. */
function cutBox({ land, borders }: Outlines, box: Box): Outlines | undefined {
	const near = (line: Line): boolean => overlaps(boxOf(line), box);
	const part = {
		land: land
			.filter(near)
			.map((ring) => clipRing(ring, box))
			.filter((ring) => ring.length > 2),
		borders: borders.filter(near).flatMap((line) => clipLine(line, box)),
	};
	const isPlain = part.borders.length === 0 && part.land.every((ring) => runsAlong(ring, box));
	return isPlain ? undefined : part;
}

function runsAlong(ring: Line, { left, top, right, bottom }: Box): boolean {
	return ring.every(([x, y]) => x === left || x === right || y === top || y === bottom);
}

function fileOf({ land, borders }: Outlines, size: number): LandFile {
	return {
		size,
		land: encodeLines(land.map((ring) => snap(ring, size)).filter((ring) => ring.length > 2)),
		borders: encodeLines(borders.map((line) => snap(line, size)).filter((line) => line.length > 1)),
	};
}

/** Rounded to whole units, without repeats. */
function snap(line: Line, size: number): Line {
	const points = line.map(([x, y]): Point => [Math.round(x * size), Math.round(y * size)]);
	return points.filter(([x, y], i) => x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
}

function boxBetween(west: number, north: number, east: number, south: number): Box {
	const [left, top] = project(west, north);
	const [right, bottom] = project(east, south);
	return { left, top, right, bottom };
}

function isIn(x: number, y: number, { left, top, right, bottom }: Box): boolean {
	return x > left && x < right && y > top && y < bottom;
}
