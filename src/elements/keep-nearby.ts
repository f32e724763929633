import { landFiles, placeFiles, withBase } from '../core/addresses.ts';
import { LAND_CACHE, WORLD_FILE } from '../offline/land-file.ts';
import { keptJson } from './kept-files.ts';
import { PlaceFiles } from './nearby/place-files.ts';

/**
 * Brings onto the device what the page of what is near needs: all places and the coarse land.
 *
 * @throws when a file can be had neither there nor here
 */
export async function keepNearby(base: string): Promise<void> {
	const files = new PlaceFiles(withBase(base, placeFiles()), () => undefined);
	await files.fillUp();
	const missing = files.missing(null);
	if (missing.length > 0) throw new Error(`No places of ${missing.join(', ')}.`);
	await keptJson(withBase(base, landFiles()) + WORLD_FILE, LAND_CACHE);
	await import('./map/place-map.ts');
}
