import { landFiles, placeFiles, withBase } from '../core/addresses.ts';
import { LAND_CACHE, WORLD_FILE } from '../offline/land-file.ts';
import { keptJson } from './kept-files.ts';
import { PlaceFiles } from './nearby/place-files.ts';

/**
 * Stores what the nearby page needs on the device: all places and the low-resolution land outlines.
 *
 * @throws when a file is neither stored nor available from the network
 */
export async function keepNearby(base: string): Promise<void> {
	const files = new PlaceFiles(withBase(base, placeFiles()), () => undefined);
	await files.fillUp();
	const missing = files.missing(null);
	if (missing.length > 0) throw new Error(`No places of ${missing.join(', ')}.`);
	await keptJson(withBase(base, landFiles()) + WORLD_FILE, LAND_CACHE);
	await import('./map/place-map.ts');
}
