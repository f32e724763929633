import { displayName, letterOf, sortKey } from '../../../core/names.ts';
import { Artists } from './artists.ts';
import {
	pageReader,
	shownName,
	sourceOf,
	told,
	unionOfIds,
	UNTITLED,
	type Assembly,
} from './assembly.ts';
import { joinEach } from './join-each.ts';
import { joinTracks, type TrackRow } from './tracks.ts';

type RecordingRow = TrackRow & { recording: string };

/** Joins recordings: the union of both sources' tracks, and who made them. */
export function writeRecordings(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'recordings');
	const artists = new Artists(assembly);
	const rowsOf = tables.prepare(
		'SELECT recording, track, tune, tune_id FROM recordings WHERE id = ? ORDER BY track, number, row',
	);
	const tuneNamed = store.prepare('SELECT name FROM tune WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO recording (id, name, sort, letter, artist_slug, tracks, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
	);
	const insertTrack = store.prepare(
		'INSERT INTO track (recording_id, track, name) VALUES (?, ?, ?)',
	);
	const insertTune = store.prepare(
		'INSERT INTO track_tune (recording_id, track, position, name, tune_id) VALUES (?, ?, ?, ?, ?)',
	);

	const ids = unionOfIds(assembly, 'recordings', 'SELECT DISTINCT id FROM recordings');
	joinEach(assembly, 'recordings', ids, (id) => {
		const rows = rowsOf.all(id) as unknown as RecordingRow[];
		const archived = page(id);
		const { tracks, misplaced } = joinTracks(rows, archived?.recording?.tracks ?? []);
		const name = shownName(
			assembly,
			{ kind: 'recordings', id },
			rows.find((row) => row.recording)?.recording,
			archived?.name,
		);
		const sort = sortKey(name);
		insert.run(
			id,
			name,
			sort,
			letterOf(sort),
			artists.slugFor(id),
			tracks.length,
			people.idOf(archived?.member, archived?.date),
			archived?.date ?? null,
			sourceOf(rows.length > 0, archived !== undefined),
		);
		for (const track of tracks) {
			insertTrack.run(id, track.track, track.name);
			track.tunes.forEach((tune, at) => {
				const known = tuneNamed.get(tune.tuneId)?.['name'];
				const name = displayName(tune.name) || (known ?? UNTITLED);
				insertTune.run(id, track.track, at + 1, name, known === undefined ? null : tune.tuneId);
			});
		}
		if (misplaced > 0) told(assembly, { kind: 'recordings', id }, 'an impossible track number');
	});
	artists.write(store);
	for (const id of artists.renamed)
		told(assembly, { kind: 'recordings', id }, 'its artist has another name on most albums');
}
