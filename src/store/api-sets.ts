import type { Store } from './open.ts';

// Sets, as the API lists them.

export interface SetLine {
	id: number;
	date: string | null;
	member: string | null;
	number: number | null;
	/** JSON: the names of its tunes, in the order they are played. */
	names: string;
}

export interface SetTuneLine {
	setId: number;
	name: string;
	tuneId: number | null;
	settingId: number | null;
	type: string;
	meter: string;
	mode: string;
	/** ABC of the setting, or what was kept of one that no longer exists. */
	abc: string | null;
}

/** The ids of all sets, ascending. */
export function setIds(store: Store): number[] {
	return store.sql.all`SELECT id FROM tuneset ORDER BY id`.map((row) => Number(row['id']));
}

export function setLines(store: Store, ids: readonly number[]): SetLine[] {
	return store.sql.all`
		SELECT s.id, s.date, m.name AS member, m.number,
			(SELECT json_group_array(name ORDER BY position) FROM tuneset_tune WHERE tuneset_id = s.id) AS names
		FROM tuneset s LEFT JOIN member m ON m.id = s.member_id
		WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
	` as unknown as SetLine[];
}

/** The tunes of sets, set by set, in the order they are played. */
export function setTuneLines(store: Store, ids: readonly number[]): SetTuneLine[] {
	return store.sql.all`
		SELECT t.tuneset_id AS setId, t.name, t.tune_id AS tuneId, t.setting_id AS settingId, t.type,
			t.meter, t.mode, coalesce(s.abc, t.abc) AS abc
		FROM tuneset_tune t LEFT JOIN setting s ON s.id = t.setting_id
		WHERE t.tuneset_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
		ORDER BY t.tuneset_id, t.position` as unknown as SetTuneLine[];
}
