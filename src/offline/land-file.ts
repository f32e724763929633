/** A file of outlines, in whole units of a square world map with sides of `size` units. */
export interface LandFile {
	size: number;
	/** Coastlines, as rings; a ring inside a ring is water. Lines are encoded as in `land-code.ts`. */
	land: string;
	/** Borders between countries. */
	borders: string;
}

/** The whole world at low resolution. */
export interface WorldFile extends LandFile {
	/** The cells that have a more detailed file: `7-5`. Elsewhere there is no more detail. */
	cells: string[];
}

/** Cells are the tiles of this zoom. */
export const CELL_ZOOM = 4;
/** How far a cell's outlines extend beyond it, as a fraction of a cell, so that its edges are never drawn. */
export const CELL_MARGIN = 1 / 64;

/** The browser's cache of outlines. */
export const LAND_CACHE = 'session-mirror-land-1';

export const WORLD_FILE = 'world.json';
export const cellName = (x: number, y: number): string => `${x}-${y}`;
export const cellFile = (name: string): string => `${name}.json`;
