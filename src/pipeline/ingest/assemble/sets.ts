import { displayName, oneLine } from '../../../core/names.ts';
import { UNTITLED, type Assembly } from './assembly.ts';
import { joinEach } from './join-each.ts';

interface SetRow {
	date: string | null;
	member_id: number | null;
	username: string | null;
	name: string | null;
	tune_id: number | null;
	setting_id: number | null;
	type: string | null;
	meter: string | null;
	mode: string | null;
	abc: string | null;
}

/** Writes the sets. Their ABC is kept only where the setting itself no longer exists. */
export function writeSets(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const tune = store.prepare('SELECT name, type FROM tune WHERE id = ?');
	const setting = store.prepare('SELECT meter, mode FROM setting WHERE id = ?');
	const insertSet = store.prepare('INSERT INTO tuneset (id, member_id, date) VALUES (?, ?, ?)');
	const insertTune = store.prepare(
		`INSERT INTO tuneset_tune (tuneset_id, position, name, tune_id, setting_id, type, meter, mode, abc)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const ids = tables.prepare('SELECT DISTINCT tuneset FROM sets ORDER BY tuneset').all();
	const rowsOf = tables.prepare(
		`SELECT date, member_id, username, name, tune_id, setting_id, type, meter, mode, abc
		FROM sets WHERE tuneset = ? ORDER BY settingorder, row`,
	);
	const each = ids.map(({ tuneset }) => Number(tuneset));
	joinEach(assembly, 'sets', each, (id) => {
		const rows = rowsOf.all(id) as unknown as SetRow[];
		const owner = rows.find(({ username }) => username !== null) ?? rows[0];
		const date = rows.find((row) => row.date !== null)?.date ?? null;
		insertSet.run(id, people.idOf(owner?.username, date, owner?.member_id), date);
		rows.forEach((row, at) => {
			const known = tune.get(row.tune_id);
			const played = setting.get(row.setting_id);
			insertTune.run(
				id,
				at + 1,
				displayName(oneLine(row.name ?? '')) || (known?.['name'] ?? UNTITLED),
				known === undefined ? null : row.tune_id,
				played === undefined ? null : row.setting_id,
				oneLine(row.type ?? '') || (known?.['type'] ?? ''),
				oneLine(row.meter ?? '') || (played?.['meter'] ?? ''),
				oneLine(row.mode ?? '') || (played?.['mode'] ?? ''),
				played === undefined ? row.abc : null,
			);
		});
	});
}
