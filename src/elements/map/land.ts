import { boxOf, type Box, type Line } from './geometry.ts';
import { decodeLines } from './land-code.ts';
import { CELL_ZOOM, cellFile, cellName, WORLD_FILE } from '../../offline/land-file.ts';
import type { LandFile, WorldFile } from '../../offline/land-file.ts';

export interface Outline {
	line: Line;
	box: Box;
}

/** Lines on a map of the world that is `size` units square. */
export interface Outlines {
	size: number;
	land: Outline[];
	borders: Outline[];
}

export type ReadJson = (url: string) => Promise<unknown>;

/** The outlines of the world: a coarse file at once, finer cells as they are looked at. */
export class Land {
	readonly #folder: string;
	readonly #read: ReadJson;
	#world: Promise<{ outlines: Outlines; cells: ReadonlySet<string> }> | undefined;
	readonly #cells = new Map<string, Promise<Outlines>>();

	constructor(folder: string, read: ReadJson) {
		this.#folder = folder;
		this.#read = read;
	}

	/** What to draw on a tile; the coarse outlines where the finer cannot be had. */
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
			// Asked for again with the next tile.
			this.#world = undefined;
			throw error;
		}
	}

	#readCell(name: string): Promise<Outlines> {
		let cell = this.#cells.get(name);
		if (!cell) {
			cell = this.#read(this.#folder + cellFile(name)).then((file) => outlinesOf(file as LandFile));
			this.#cells.set(name, cell);
			// Asked for again when the network is back.
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
