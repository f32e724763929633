import { landFiles, nameTables, placeFiles, soundFiles, withBase } from '../../core/addresses.ts';
import { NAME_KINDS, nameFile, POPULAR } from '../../search/names/name-table.ts';
import { WORLD_FILE } from '../../offline/land-file.ts';
import type { Beside, PackGroup } from '../../offline/packs/catalogue.ts';

/** What makes packs useful without a network; fetched with them. */
export type Companion = keyof Beside;

/** The sound file that is stored last. */
export const LAST_SOUND = 'piano/88.mp3';

/** What must be fetched with a pack of a group. */
export function companionsOf(group: PackGroup): Companion[] {
	if (group === 'tunes') return ['names', 'sound'];
	return group === 'sessions' || group === 'events' ? ['names', 'places'] : ['names'];
}

/** Those that are not completely on the device. */
export async function missingCompanions(base: string): Promise<Set<Companion>> {
	const missing = new Set<Companion>();
	for (const [companion, files] of filesByCompanion(base)) {
		const kept = await Promise.all(files.map((file) => caches.match(file, { ignoreSearch: true })));
		if (kept.includes(undefined)) missing.add(companion);
	}
	return missing;
}

/** The files whose presence shows that each is complete. */
function filesByCompanion(base: string): [Companion, string[]][] {
	const names = withBase(base, nameTables());
	return [
		['names', ([...NAME_KINDS, POPULAR] as const).map((table) => names + nameFile(table))],
		['sound', [withBase(base, soundFiles()) + LAST_SOUND]],
		[
			'places',
			[`${withBase(base, placeFiles())}index.json`, withBase(base, landFiles()) + WORLD_FILE],
		],
	];
}
