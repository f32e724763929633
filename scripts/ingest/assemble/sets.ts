import { displayName } from '../../../src/domain/names.ts';
import type { Assembly } from './assembly.ts';

interface SetRow {
	tuneset: number;
	date: string | null;
	member_id: number | null;
	username: string | null;
	name: string;
	tune_id: number | null;
	setting_id: number | null;
	type: string;
	meter: string;
	mode: string;
	abc: string | null;
}

/** Writes the sets. The ABC is kept only where its setting is no longer there to show it. */
export function writeSets({ tables, store, people }: Assembly): void {
	const tune = store.prepare('SELECT 1 FROM tune WHERE id = ?');
	const setting = store.prepare('SELECT 1 FROM setting WHERE id = ?');
	const insertSet = store.prepare('INSERT INTO tuneset (id, member_id, date) VALUES (?, ?, ?)');
	const insertTune = store.prepare(
		`INSERT INTO tuneset_tune (tuneset_id, position, name, tune_id, setting_id, type, meter, mode, abc)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const rows = tables.prepare(
		`SELECT tuneset, date, member_id, username, name, tune_id, setting_id, type, meter, mode, abc
		FROM sets ORDER BY tuneset, settingorder, row`,
	);
	let current = 0;
	let position = 0;
	for (const raw of rows.iterate()) {
		const row = raw as unknown as SetRow;
		if (row.tuneset !== current) {
			current = row.tuneset;
			position = 0;
			insertSet.run(current, people.idOf(row.username, row.date, row.member_id), row.date);
		}
		const hasSetting = row.setting_id !== null && setting.get(row.setting_id) !== undefined;
		insertTune.run(
			current,
			++position,
			displayName(row.name),
			row.tune_id !== null && tune.get(row.tune_id) ? row.tune_id : null,
			hasSetting ? row.setting_id : null,
			row.type,
			row.meter,
			row.mode,
			hasSetting ? null : row.abc,
		);
	}
}
