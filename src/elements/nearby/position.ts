import type { Coordinates } from '../../search/places/distance.ts';

const WAIT_MS = 15_000;
/** A player is still where they were five minutes ago. */
const FRESH_MS = 300_000;

/**
 * Asks the device for its position; the browser asks the reader first.
 *
 * @throws Error with a sentence for the reader
 */
export function devicePosition(): Promise<Coordinates> {
	return new Promise((resolve, reject) => {
		if (!('geolocation' in navigator)) {
			reject(new Error('This browser cannot tell your position. Type a place instead.'));
			return;
		}
		navigator.geolocation.getCurrentPosition(
			({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
			(error) => reject(new Error(sentenceOf(error))),
			{ timeout: WAIT_MS, maximumAge: FRESH_MS },
		);
	});
}

function sentenceOf(error: GeolocationPositionError): string {
	if (error.code === error.PERMISSION_DENIED)
		return 'The browser may not tell this site your position. Allow it in the browser’s settings, or type a place instead.';
	if (error.code === error.TIMEOUT)
		return 'Finding your position takes too long here. Try again outdoors, or type a place instead.';
	return 'The device does not know its position. Type a place instead.';
}
