import type { DatabaseSync } from 'node:sqlite';

/** How many are kept for each recording. */
const MOST = 5;
/** How many tunes two recordings must share. */
const FEWEST_SHARED = 2;

/**
 * For each recording, up to five others that share the most tunes with it, at least two; a tune on two
 * tracks counts once. Counted one recording at a time, because the pairs for a tune on thousands of
 * recordings number in the millions and would fill the disk in SQL.
 */
export function writeRelatedRecordings(store: DatabaseSync): void {
	const played = store
		.prepare(
			`SELECT DISTINCT recording_id AS recording, tune_id AS tune FROM track_tune
			WHERE tune_id IS NOT NULL ORDER BY recording_id`,
		)
		.all() as unknown as { recording: number; tune: number }[];
	const byTune = new Map<number, number[]>();
	for (const { recording, tune } of played) {
		const recordings = byTune.get(tune);
		if (recordings) recordings.push(recording);
		else byTune.set(tune, [recording]);
	}
	const insert = store.prepare(
		`INSERT INTO recording_company (recording_id, position, other_id, shared) VALUES (?, ?, ?, ?)`,
	);
	for (const [recording, tunes] of Map.groupBy(played, (row) => row.recording)) {
		const shared = new Map<number, number>();
		for (const { tune } of tunes)
			for (const other of byTune.get(tune) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
		shared.delete(recording);
		nearest(shared).forEach(([other, count], at) => insert.run(recording, at + 1, other, count));
	}
}

/** The recordings that share the most; on equal counts, the lowest ids. */
function nearest(shared: ReadonlyMap<number, number>): [id: number, count: number][] {
	const best: [id: number, count: number][] = [];
	for (const [id, count] of shared) {
		if (count < FEWEST_SHARED) continue;
		const at = best.findIndex(([other, most]) => count > most || (count === most && id < other));
		if (at >= 0) best.splice(at, 0, [id, count]);
		else if (best.length < MOST) best.push([id, count]);
		best.length = Math.min(best.length, MOST);
	}
	return best;
}
