import { csv, goodRows, type CsvRow, type TableName } from './csv.ts';
import { TestMirror, type Files } from './mirror.ts';
import { discussionPage, eventPage, recordingPage, sessionPage, tunePage } from './pages.ts';

// Small sources: rows are `goodRows(1)` but for what a test says; tune 1 has setting 1001, and a page of
// each kind stands in the archive.

const BASE = goodRows(1);
export const row = (table: TableName, change: CsvRow): CsvRow => ({ ...BASE[table][0], ...change });
export const tune = (id: number, setting: number, more: CsvRow = {}): CsvRow =>
	row('tunes', { tune_id: id, setting_id: setting, ...more });

export const data = (tables: Partial<Record<TableName, CsvRow[]>> = {}): Files =>
	Object.fromEntries(
		Object.entries({ ...BASE, ...tables }).map(([name, rows]) => [
			`csv/${name}.csv`,
			csv(name as TableName, rows),
		]),
	);

export const PAGES: Files = {
	'tunes/1/index.html': tunePage(1, [{ id: 1001 }]),
	'recordings/1/index.html': recordingPage(1, [{ tunes: [['The Heron’s', 1]] }]),
	'sessions/1/index.html': sessionPage(1),
	'events/1/index.html': eventPage(1),
	'discussions/1/index.html': discussionPage(1, [{ id: 1, html: '<p>First.</p>' }]),
};
export const page = (path: string, content: string): Files => ({ [`${path}/index.html`]: content });

/** A mirror of these sources, first week. */
export async function mirrored(
	tables: Parameters<typeof data>[0],
	pages: Files = {},
): Promise<TestMirror> {
	const mirror = new TestMirror();
	await mirror.week(data(tables), { ...PAGES, ...pages });
	return mirror;
}
