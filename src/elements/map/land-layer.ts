import { GridLayer, type Coords, type DoneCallback } from 'leaflet/dist/leaflet-src.esm.js';
import type { Land } from './land.ts';
import { TILE_SIZE, tilePaths } from './tile-paths.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws coastlines and borders; each tile is an SVG, so the stylesheet sets its colours in light and dark
 * mode.
 */
export class LandLayer extends GridLayer {
	readonly #land: Land;

	constructor(land: Land) {
		super({ tileSize: TILE_SIZE, updateWhenZooming: false });
		this.#land = land;
	}

	protected override createTile({ x, y, z }: Coords, done: DoneCallback): HTMLElement {
		const tile = document.createElementNS(SVG, 'svg');
		this.#land.around(z, x, y).then(
			(outlines) => {
				const { land, borders } = tilePaths(outlines, z, x, y);
				tile.append(path('land', land), path('border', borders));
				done(undefined, tile as unknown as HTMLElement);
			},
			(cause: unknown) => done(cause as Error, tile as unknown as HTMLElement),
		);
		// Leaflet only positions it.
		return tile as unknown as HTMLElement;
	}
}

function path(name: string, data: string): SVGPathElement {
	const made = document.createElementNS(SVG, 'path');
	made.setAttribute('class', name);
	made.setAttribute('d', data);
	return made;
}
