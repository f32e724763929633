import { boxOf, type Box, type Line } from './geometry.ts';
import { decodeLines } from './land-code.ts';
import { CELL_ZOOM, cellFile, cellName, WORLD_FILE } from '../../offline/land-file.ts';
import type { LandFile, WorldFile } from '../../offline/land-file.ts';

export interface Outline {
	line: Line;
	box: Box;
}

/** Lines on a square world map with sides of `size` units. */
export interface Outlines {
	size: number;
	land: Outline[];
	borders: Outline[];
}

export type ReadJson = (url: string) => Promise<unknown>;

/**
 * The outlines of the world: one low-resolution file at first, more detailed cells as they come into view.
 */
export class Land {
	readonly #folder: string;
	readonly #read: ReadJson;
	#world: Promise<{ outlines: Outlines; cells: ReadonlySet<string> }> | undefined;
	readonly #cells = new Map<string, Promise<Outlines>>();

	constructor(folder: string, read: ReadJson) {
		this.#folder = folder;
		this.#read = read;
	}

	/** What to draw on a tile; the low-resolution outlines where the detailed ones are unavailable. */
	async around(zoom: number, x: number, y: number): Promise<Outlines> {
		const { outlines, cells } = await (this.#world ??= this.#readWorld());
		const up = zoom - CELL_ZOOM;
		const name = cellName(x >> up, y >> up);
		if (up < 1 || !cells.has(name)) return outlines;
		return this.#readCell(name).catch(() => outlines);
	}

	async #readWorld() {
		try {
			const file = (await this.#read(this.#folder + WORLD_FILE)) as WorldFile;
			return { outlines: outlinesOf(file), cells: new Set(file.cells) };
		} catch (error) {
			// Tried again with the next tile.
			this.#world = undefined;
			throw error;
		}
	}

	#readCell(name: string): Promise<Outlines> {
		let cell = this.#cells.get(name);
		if (!cell) {
			cell = this.#read(this.#folder + cellFile(name)).then((file) => outlinesOf(file as LandFile));
			this.#cells.set(name, cell);
			// Tried again when the network is back.
			cell.catch(() => this.#cells.delete(name));
		}
		return cell;
	}
}

function outlinesOf({ size, land, borders }: LandFile): Outlines {
	const boxed = (text: string): Outline[] =>
		decodeLines(text).map((line) => ({ line, box: boxOf(line) }));
	return { size, land: boxed(land), borders: boxed(borders) };
}
