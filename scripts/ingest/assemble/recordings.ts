import { displayName, letterOf, sortKey } from '../../../src/domain/names.ts';
import type { ArchiveTrack } from '../archive/page.ts';
import { Artists } from './artists.ts';
import { pageReader, sourceOf, unionOfIds, type Assembly } from './assembly.ts';

interface RecordingRow {
	artist: string | null;
	recording: string;
	track: number;
	tune: string;
	tune_id: number | null;
}

interface Track {
	track: number;
	name: string | null;
	tunes: { name: string; tuneId: number | null }[];
}

/** Joins recordings: the CSV's tracks where it has them, with the names of groups from the archive. */
export function writeRecordings(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'recordings');
	const artists = new Artists(assembly);
	const rowsOf = tables.prepare(
		'SELECT artist, recording, track, tune, tune_id FROM recordings WHERE id = ? ORDER BY track, number, row',
	);
	const tuneExists = store.prepare('SELECT 1 FROM tune WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO recording (id, name, sort, letter, artist_slug, tracks, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const insertTrack = store.prepare(
		'INSERT INTO track (recording_id, track, name) VALUES (?, ?, ?)',
	);
	const insertTune = store.prepare(
		'INSERT INTO track_tune (recording_id, track, position, name, tune_id) VALUES (?, ?, ?, ?, ?)',
	);

	for (const id of unionOfIds(assembly, 'recordings', 'SELECT DISTINCT id FROM recordings')) {
		const rows = rowsOf.all(id) as unknown as RecordingRow[];
		const archived = page(id);
		const tracks = joinTracks(rows, archived?.recording?.tracks ?? []);
		const name = displayName(rows[0]?.recording ?? archived?.name ?? '');
		const sort = sortKey(name);
		insert.run(
			id,
			name,
			sort,
			letterOf(sort),
			artists.slugFor(rows[0]?.artist ?? null, archived?.recording?.artist ?? null),
			tracks.length,
			people.idOf(archived?.member, archived?.date),
			archived?.date ?? null,
			archived?.comments.length ?? 0,
			sourceOf(rows.length > 0, archived !== undefined),
		);
		for (const track of tracks) {
			insertTrack.run(id, track.track, track.name);
			track.tunes.forEach((tune, at) => {
				const tuneId = tune.tuneId !== null && tuneExists.get(tune.tuneId) ? tune.tuneId : null;
				insertTune.run(id, track.track, at + 1, displayName(tune.name), tuneId);
			});
		}
	}
	artists.write(store);
}

function joinTracks(rows: RecordingRow[], archived: ArchiveTrack[]): Track[] {
	if (rows.length === 0) return archived.map((track, at) => ({ track: at + 1, ...track }));
	const tracks = new Map<number, Track>();
	for (const row of rows) {
		const name = archived[row.track - 1]?.name ?? null;
		const track = tracks.get(row.track) ?? { track: row.track, name, tunes: [] };
		track.tunes.push({ name: row.tune, tuneId: row.tune_id });
		tracks.set(row.track, track);
	}
	return [...tracks.values()];
}
