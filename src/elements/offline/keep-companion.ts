import { soundFiles, withBase } from '../../core/addresses.ts';
import { samplesOf } from '../player/sound.ts';
import { keptSound } from '../player/kept-sound.ts';
import { keepNearby } from '../keep-nearby.ts';
import { keepNames } from '../names.ts';
import type { Companion } from './companions.ts';
import { orderWorker } from './worker-line.ts';

/** A thin line needs as long for the player's code. */
const CODE_PATIENCE_MS = 60_000;

/**
 * Brings one onto the device; what is there of it is not fetched again.
 *
 * @throws when a file can be had neither there nor here
 */
export async function keepCompanion(companion: Companion, base: string): Promise<void> {
	if (companion === 'names') await keepNames();
	else if (companion === 'places') await keepNearby(base);
	else {
		await navigator.serviceWorker.ready;
		// The worker knows the files of the player's code.
		const { missing = [] } = await orderWorker({ type: 'keep', what: 'player' }, CODE_PATIENCE_MS);
		for (const file of soundsToKeep(base)) await keptSound(file);
		if (missing.length > 0) throw new Error(`Not kept: ${missing.join(', ')}.`);
	}
}

/** A tune is played by the flute until the reader chooses, and its chords by the piano always. */
export function soundsToKeep(base: string): string[] {
	const folder = withBase(base, soundFiles());
	const samples = (['flute', 'piano'] as const).flatMap((instrument) =>
		samplesOf(instrument).map((sample) => `${folder}${instrument}/${sample}.mp3`),
	);
	return [`${folder}silence.mp3`, ...samples];
}
