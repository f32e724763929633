import { landFiles, nameTables, placeFiles, soundFiles, withBase } from '../../domain/addresses.ts';
import { samplesOf } from '../../domain/sound.ts';
import { NAME_KINDS, nameFile, POPULAR } from '../../finder/name-table.ts';
import { WORLD_FILE } from '../../map/land-file.ts';
import type { Beside, PackGroup } from '../../packs/catalogue.ts';
import { keptSound } from '../../player/kept-sound.ts';
import { keepNearby } from '../keep-nearby.ts';
import { keepNames } from '../names.ts';
import { orderWorker } from './worker-line.ts';

/** What makes packs of use without signal: fetched with them. */
export type Companion = keyof Beside;

/** A thin line needs as long for the player's code. */
const CODE_PATIENCE_MS = 60_000;

/** What a pack of a group needs beside it. */
export function companionsOf(group: PackGroup): Companion[] {
	if (group === 'tunes') return ['names', 'sound'];
	return group === 'sessions' || group === 'events' ? ['names', 'places'] : ['names'];
}

/** Those that are not whole on the device. */
export async function missingCompanions(base: string): Promise<Set<Companion>> {
	const missing = new Set<Companion>();
	for (const [companion, files] of filesByCompanion(base)) {
		const kept = await Promise.all(files.map((file) => caches.match(file, { ignoreSearch: true })));
		if (kept.includes(undefined)) missing.add(companion);
	}
	return missing;
}

/**
 * Brings one onto the device; what is there of it is not fetched again.
 *
 * @throws when a file can be had neither there nor here
 */
export async function keepCompanion(companion: Companion, base: string): Promise<void> {
	if (companion === 'names') await keepNames();
	else if (companion === 'places') await keepNearby(base);
	else {
		// The worker knows the files of the player's code.
		const { missing = [] } = await orderWorker({ type: 'keep', what: 'player' }, CODE_PATIENCE_MS);
		for (const file of soundsToKeep(base)) await keptSound(file);
		if (missing.length > 0) throw new Error(`Not kept: ${missing.join(', ')}.`);
	}
}

/** Files that tell whether all of it is there. */
function filesByCompanion(base: string): [Companion, string[]][] {
	const names = withBase(base, nameTables());
	return [
		['names', ([...NAME_KINDS, POPULAR] as const).map((table) => names + nameFile(table))],
		['sound', soundsToKeep(base)],
		[
			'places',
			[`${withBase(base, placeFiles())}index.json`, withBase(base, landFiles()) + WORLD_FILE],
		],
	];
}

/** A tune is played by the flute until the reader chooses, and its chords by the piano always. */
function soundsToKeep(base: string): string[] {
	const folder = withBase(base, soundFiles());
	const samples = (['flute', 'piano'] as const).flatMap((instrument) =>
		samplesOf(instrument).map((sample) => `${folder}${instrument}/${sample}.mp3`),
	);
	return [...samples, `${folder}silence.mp3`];
}
