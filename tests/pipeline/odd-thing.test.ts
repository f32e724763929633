import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import type { LeftOut } from '../../src/pipeline/left-out.ts';
import { runEntry } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-odd-'));
const place = { MIRROR_WORK: path.join(folder, 'work'), MIRROR_OUT: path.join(folder, 'dist') };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a thing that no stage can read costs that thing alone', { timeout: 300_000 }, async () => {
	const first = await runEntry('sample.ts', ['--only', 'sync,ingest'], place);
	expect(first.code).toBe(0);
	{
		using store = new DatabaseSync(path.join(place.MIRROR_WORK, 'sample/store.sqlite'));
		store.exec("UPDATE session SET schedule = '{' WHERE id = 11");
	}
	const run = await runEntry('sample.ts', ['--from', 'build'], place);
	expect(run.output).toMatch(
		/1 page of this run show their name only:\ncould not be drawn: \/sessions\/11: SyntaxError at /,
	);
	expect(run.code).toBe(0);
	const page = readFileSync(path.join(place.MIRROR_OUT, 'sessions/11.html'), 'utf8');
	expect(page).toContain('name=mirror-undrawn content=SyntaxError');
	expect(page).toContain('<a href=https://thesession.org/sessions/11>See it at thesession.org</a>');
	const report = JSON.parse(
		readFileSync(path.join(place.MIRROR_WORK, 'sample/report.json'), 'utf8'),
	) as { stages: { result: { leftOut?: LeftOut[] } }[] };
	const leftOut = report.stages.flatMap(({ result }) => result.leftOut ?? []);
	expect(leftOut.map(({ source, reason, places }) => [source, reason, places[0]?.place])).toEqual([
		['search/comments', 'its page has no comments', 'sessions/11'],
		['places', 'its place cannot be read', 'sessions/11'],
		['api', 'could not be written (SyntaxError)', 'sessions/11'],
		['pages/sessions', 'could not be drawn (SyntaxError)', 'sessions/11'],
	]);
});
