/** A file of outlines, in whole units of a map of the world that is `size` units square. */
export interface LandFile {
	size: number;
	/** Coasts, as rings; a ring in a ring is water. Lines as in `land-code.ts`. */
	land: string;
	/** Between countries. */
	borders: string;
}

/** The whole world, coarse. */
export interface WorldFile extends LandFile {
	/** Which cells have a finer file: `7-5`. Elsewhere there is nothing finer to see. */
	cells: string[];
}

/** Cells are the tiles of this zoom. */
export const CELL_ZOOM = 4;
/** How far a cell's outlines reach beyond it, in parts of a cell, so that its edges are never drawn. */
export const CELL_MARGIN = 1 / 64;

/** The browser's cache of outlines. */
export const LAND_CACHE = 'session-mirror-land-1';

export const WORLD_FILE = 'world.json';
export const cellName = (x: number, y: number): string => `${x}-${y}`;
export const cellFile = (name: string): string => `${name}.json`;
