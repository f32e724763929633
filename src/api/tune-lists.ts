import * as addresses from '../core/addresses.ts';
import { listOf, shapeOf, type ApiList } from './lists.ts';
import { setLinesOf } from './sets.ts';

/** The recordings, then the sets, that contain a tune. */
export function tuneLists(tuneId: number): ApiList[] {
	const tune = addresses.thing({ kind: 'tunes', id: tuneId });
	const values = { tune: tuneId };
	const isOn = 'recording WHERE id IN (SELECT recording_id FROM track_tune WHERE tune_id = :tune)';
	const isIn = 'tuneset WHERE id IN (SELECT tuneset_id FROM tuneset_tune WHERE tune_id = :tune)';
	return [
		listOf(`${tune}/recordings`, 'recordings', shapeOf('recordings'), {
			sql: `id FROM ${isOn} ORDER BY sort, id`,
			from: isOn,
			values,
		}),
		listOf(`${tune}/sets`, 'sets', setLinesOf, {
			sql: `id FROM ${isIn} ORDER BY date DESC, id DESC`,
			from: isIn,
			values,
		}),
	];
}
