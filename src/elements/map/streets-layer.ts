import { GridLayer, type Coords, type DoneCallback } from 'leaflet/dist/leaflet-src.esm.js';
import { TILE_ORIGIN } from '../../core/security-policy.ts';
import { TILE_SIZE } from './tile-paths.ts';

/**
 * OpenStreetMap's tiles, only those in view. Leaflet's own layer blanks images with a `data:` address, which
 * the content security policy does not allow.
 */
export class StreetsLayer extends GridLayer {
	constructor() {
		super({ tileSize: TILE_SIZE, maxNativeZoom: 19, updateWhenIdle: true, keepBuffer: 1 });
	}

	protected override createTile({ x, y, z }: Coords, done: DoneCallback): HTMLElement {
		const tile = document.createElement('img');
		tile.className = 'streets';
		tile.alt = '';
		// OpenStreetMap's tile policy requires the site as referrer; the page itself is not disclosed.
		tile.referrerPolicy = 'strict-origin-when-cross-origin';
		tile.onload = () => done(undefined, tile);
		tile.onerror = () => done(new Error(`No tile ${z}/${x}/${y}`), tile);
		tile.src = `${TILE_ORIGIN}/${z}/${x}/${y}.png`;
		return tile;
	}
}
