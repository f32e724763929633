import { soundFiles, withBase } from '../../core/addresses.ts';
import { samplesOf } from '../player/sound.ts';
import { keptSound } from '../player/kept-sound.ts';
import { keepNearby } from '../keep-nearby.ts';
import { keepNames } from '../names.ts';
import type { Companion } from './companions.ts';
import { sendToWorker } from './worker-line.ts';

/** A slow connection needs this long for the player's code. */
const CODE_PATIENCE_MS = 60_000;

/**
 * Stores a companion on the device; files already there are not fetched again.
 *
 * @throws when a file is neither stored nor available from the network
 */
export async function keepCompanion(companion: Companion, base: string): Promise<void> {
	if (companion === 'names') await keepNames();
	else if (companion === 'places') await keepNearby(base);
	else {
		await navigator.serviceWorker.ready;
		// The worker has the list of the player's code files.
		const { missing = [] } = await sendToWorker({ type: 'keep', what: 'player' }, CODE_PATIENCE_MS);
		for (const file of soundsToKeep(base)) await keptSound(file);
		if (missing.length > 0) throw new Error(`Not kept: ${missing.join(', ')}.`);
	}
}

/** The flute plays tunes until the reader chooses otherwise; the piano always plays the chords. */
export function soundsToKeep(base: string): string[] {
	const folder = withBase(base, soundFiles());
	const samples = (['flute', 'piano'] as const).flatMap((instrument) =>
		samplesOf(instrument).map((sample) => `${folder}${instrument}/${sample}.mp3`),
	);
	return [`${folder}silence.mp3`, ...samples];
}
