import { serviceWorker, withBase } from '../../core/addresses.ts';
import type { Companion } from './companions.ts';
import { Downloads } from './downloads.ts';
import { keepCompanion } from './keep-companion.ts';
import type { DeviceLibrary } from './device-library.ts';

/** Downloads to the device's library, with what packs need alongside. */
export function openDownloads(shelf: DeviceLibrary, base: string): Downloads {
	return new Downloads({
		fetchPack: async (pack, options) => {
			await startWorker(base);
			await shelf.fetchPack(pack, options);
		},
		companionsOf: (pack) => shelf.missingBeside(pack),
		keepCompanion: (companion) => keepBeside(companion, base),
	});
}

/**
 * Stores what packs need alongside on the device.
 *
 * @throws Error with a sentence for the reader
 */
export async function keepBeside(companion: Companion, base: string): Promise<void> {
	await startWorker(base);
	try {
		await keepCompanion(companion, base);
	} catch (cause) {
		throw new Error(INCOMPLETE[companion], { cause });
	}
}

const INCOMPLETE: Record<Companion, string> = {
	names: 'The names for the search did not all come. Check the connection and try again.',
	sound: 'The sound and the player did not all come. Check the connection and try again.',
	places: 'The places of sessions and events did not all come. Check the connection and try again.',
};

/**
 * Makes sure a worker is installed before storing what only it can show: none was installed for readers who
 * save data.
 *
 * @throws Error with a sentence for the reader
 */
async function startWorker(base: string): Promise<void> {
	try {
		await navigator.serviceWorker.register(withBase(base, serviceWorker()));
	} catch (cause) {
		throw new Error(NO_WORKER, { cause });
	}
}

const NO_WORKER =
	'The part of the site that shows saved pages could not be started. Check the connection and try again; a private window may forbid it.';
