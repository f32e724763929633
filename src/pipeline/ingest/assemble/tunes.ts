import { displayName, letterOf, nameKey, oneLine, sortKey } from '../../../core/names.ts';
import { addressSegment } from '../../../store/address-segment.ts';
import type { ArchiveSetting } from '../archive/page.ts';
import { pageReader, shownName, sourceOf, told, unionOfIds, type Assembly } from './assembly.ts';
import { joinEach } from './join-each.ts';

interface TuneRow {
	tune_id: number;
	setting_id: number;
	name: string;
	type: string;
	meter: string;
	mode: string;
	abc: string;
	date: string | null;
	username: string | null;
	composer: string | null;
}

type Setting = ArchiveSetting & { inCsv: boolean; inArchive: boolean };

/** Joins tunes and their settings: the CSV's fields, the archive's order, and what either lacks. */
export function writeTunes(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'tunes');
	const rowsOf = tables.prepare('SELECT * FROM tunes WHERE tune_id = ? ORDER BY row');
	const tunebooksOf = tables.prepare('SELECT tunebooks FROM tune_popularity WHERE tune_id = ?');
	const tuneOfSetting = tables.prepare('SELECT tune_id FROM tunes WHERE setting_id = ?');
	const settingSeen = store.prepare('SELECT 1 FROM setting WHERE id = ?');
	const insertTune = store.prepare(
		`INSERT INTO tune (id, name, raw_name, sort, letter, type, composer, composer_slug, tunebooks,
			settings, recordings, sets, comments, date, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)`,
	);
	const insertSetting = store.prepare(
		`INSERT INTO setting (id, tune_id, position, meter, mode, abc, member_id, date, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);

	const ids = unionOfIds(assembly, 'tunes', 'SELECT DISTINCT tune_id AS id FROM tunes');
	joinEach(assembly, 'tunes', ids, (id) => {
		const rows = rowsOf.all(id) as unknown as TuneRow[];
		const archived = page(id);
		const settings = joinSettings(rows, archived?.tune?.settings ?? []).filter((setting) => {
			if (setting.inCsv) return true;
			const elsewhere = tuneOfSetting.get(setting.id) ?? settingSeen.get(setting.id);
			if (!elsewhere) return true;
			const reason = 'a setting that belongs to another tune';
			assembly.refuse('archive/tunes', `tunes/${id}/index.html`, `setting${setting.id}`, reason);
			return false;
		});
		const ref = { kind: 'tunes', id } as const;
		const rawName = oneLine(rows.find((row) => row.name)?.name ?? archived?.name ?? '');
		const name = shownName(assembly, ref, rawName);
		const sort = sortKey(name);
		const composer = rows.map((row) => oneLine(row.composer ?? '')).find((text) => text !== '');
		if (settings.length === 0) told(assembly, ref, 'no setting in either repository');
		insertTune.run(
			id,
			name,
			rawName || name,
			sort,
			letterOf(sort),
			oneLine(rows.find((row) => row.type)?.type ?? archived?.tune?.type ?? '') || 'other',
			composer ?? null,
			composer === undefined ? null : addressSegment(composer),
			Number(tunebooksOf.get(id)?.['tunebooks'] ?? 0),
			settings.length,
			settings
				.map((setting) => setting.date)
				.filter((date) => date !== null)
				.sort()[0] ?? null,
			sourceOf(rows.length > 0, archived !== undefined),
		);
		settings.forEach((setting, at) => {
			insertSetting.run(
				setting.id,
				id,
				at + 1,
				oneLine(setting.meter),
				oneLine(setting.mode),
				setting.abc,
				people.idOf(setting.member, setting.date),
				setting.date,
				sourceOf(setting.inCsv, setting.inArchive),
			);
		});
	});
}

/** In the archive's order; settings that only the CSV has follow in its order. */
function joinSettings(rows: TuneRow[], archived: ArchiveSetting[]): Setting[] {
	const fromCsv = new Map(rows.map((row) => [row.setting_id, row]));
	const joined: Setting[] = archived.map((setting) => {
		const row = fromCsv.get(setting.id);
		fromCsv.delete(setting.id);
		if (!row) return { ...setting, inCsv: false, inArchive: true };
		return {
			...fromRow(row),
			meter: row.meter || setting.meter,
			mode: row.mode || setting.mode,
			abc: row.abc || setting.abc,
			member: row.username ?? setting.member,
			date: row.date ?? setting.date,
			inArchive: true,
		};
	});
	return [...joined, ...[...fromCsv.values()].map(fromRow)];
}

function fromRow(row: TuneRow): Setting {
	return {
		id: row.setting_id,
		meter: row.meter,
		mode: row.mode,
		abc: row.abc,
		member: row.username,
		date: row.date,
		inCsv: true,
		inArchive: false,
	};
}

/** Aliases of existing tunes, each once. */
export function writeAliases({ tables, store, refuse }: Assembly): void {
	const tune = store.prepare('SELECT 1 FROM tune WHERE id = ?');
	const insert = store.prepare('INSERT INTO alias (tune_id, name, sort) VALUES (?, ?, ?)');
	const known = new Set<string>();
	for (const row of tables
		.prepare('SELECT row, tune_id, alias FROM aliases ORDER BY row')
		.iterate()) {
		const { row: at, tune_id: id, alias } = row as { row: number; tune_id: number; alias: string };
		const name = displayName(oneLine(alias));
		const key = `${id} ${nameKey(name)}`;
		if (!tune.get(id)) {
			refuse('csv/aliases.csv', `row ${at}`, id, 'its tune is in neither repository');
		} else if (known.has(key)) {
			refuse('csv/aliases.csv', `row ${at}`, id, 'the same alias twice');
		} else {
			known.add(key);
			insert.run(id, name, sortKey(name));
		}
	}
}

/** Rejects popularity figures of tunes we do not have, as they cannot be shown anywhere. */
export function refuseLostPopularity({ tables, store, refuse }: Assembly): void {
	const tune = store.prepare('SELECT 1 FROM tune WHERE id = ?');
	for (const { row, tune_id: id } of tables
		.prepare('SELECT row, tune_id FROM tune_popularity ORDER BY row')
		.iterate()) {
		if (tune.get(id ?? null)) continue;
		refuse(
			'csv/tune_popularity.csv',
			`row ${row}`,
			Number(id),
			'its tune is in neither repository',
		);
	}
}
