import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CSV_TABLES } from '../../../src/pipeline/ingest/csv/tables.ts';
import { repositoryFromFolder } from '../../../src/pipeline/sync/from-folder.ts';
import { listTree } from '../../../src/pipeline/sync/read-git.ts';
import type { Repository } from '../../../src/pipeline/sync/repository.ts';
import { TestMirror } from './mirror.ts';

const sample = path.resolve(import.meta.dirname, '../../../sample');

async function repository(mirror: TestMirror, name: string): Promise<Repository> {
	const folder = path.join(mirror.root, `${name}.git`);
	const date = '2026-05-01T00:00:00Z';
	const made = await repositoryFromFolder(path.join(sample, name), folder, { date, message: 'x' });
	return { url: folder, path: folder, date, fetched: 'cloned', ...made };
}

it('stores or refuses every row and every page of the sample, and keeps every anchor', async () => {
	const mirror = new TestMirror();
	const upstream = {
		data: await repository(mirror, 'TheSession-data'),
		archive: await repository(mirror, 'TheSession-archive'),
	};
	const { facts, refused } = await mirror.ingest(upstream, { jobs: 2 });
	expect(facts.verdict).toBe('good');

	const stored = {
		tunes: `SELECT count(*) AS n FROM setting WHERE source <> 'archive'`,
		aliases: 'SELECT count(*) AS n FROM alias',
		tune_popularity: 'SELECT count(*) AS n FROM tune WHERE tunebooks > 0',
		recordings: `SELECT count(*) AS n FROM track_tune JOIN recording ON id = recording_id
			WHERE source <> 'archive'`,
		sessions: `SELECT count(*) AS n FROM session WHERE source <> 'archive'`,
		events: `SELECT count(*) AS n FROM event WHERE source <> 'archive'`,
		sets: 'SELECT count(*) AS n FROM tuneset_tune',
	};
	const count = (query: string) => mirror.rows<{ n: number }>(query)[0]?.n;
	for (const { name, file } of CSV_TABLES) {
		const text = readFileSync(path.join(sample, 'TheSession-data', file), 'utf8');
		const rows = parse(text, { relax_column_count: true, relax_quotes: true }).length - 1;
		const lost = refused
			.filter(({ source }) => source === file)
			.reduce((sum, group) => sum + group.count, 0);
		expect(facts.tables[name], name).toMatchObject({ read: rows, refused: lost });
		expect(count(stored[name as keyof typeof stored]), name).toBe(rows - lost);
	}

	const { files } = await listTree(upstream.archive);
	const sections = {
		tunes: 'tune',
		recordings: 'recording',
		sessions: 'session',
		events: 'event',
		discussions: 'discussion',
	};
	for (const [kind, table] of Object.entries(sections)) {
		const pages = files.filter((file) => RegExp(`^${kind}/\\d+/index.html$`).test(file.path));
		const held = count(`SELECT count(*) AS n FROM ${table} WHERE source <> 'csv'`) ?? 0;
		const section = facts.archive[kind];
		expect(section, kind).toMatchObject({ read: pages.length, stored: held });
		expect(held + (section?.refused ?? 0), kind).toBe(pages.length);
		for (const { path: file } of pages) {
			const id = Number(file.split('/')[1]);
			const text = readFileSync(path.join(sample, 'TheSession-archive', file), 'utf8');
			const anchors = [...text.matchAll(/<article id="comment(\d+)"/g)].map((match) =>
				Number(match[1]),
			);
			expect(
				mirror.rows(
					'SELECT id FROM comment WHERE kind = ? AND thing_id = ? ORDER BY position',
					kind,
					id,
				),
				file,
			).toEqual(anchors.map((anchor) => ({ id: anchor })));
		}
	}
	expect(mirror.rows('PRAGMA foreign_key_check')).toEqual([]);
});
