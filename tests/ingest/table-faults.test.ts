import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MirrorError } from '../../src/errors.ts';
import type { IngestResult } from '../../scripts/ingest/ingest.ts';
import { CSV_TABLES } from '../../scripts/ingest/csv/tables.ts';
import { csv, dataFiles, goodRows, type TableName } from './csv.ts';
import { TestMirror, type Files } from './mirror.ts';
import { archiveFiles } from './pages.ts';

// Every fault of UPSTREAM §1, as commits of a real repository: a good week, a faulty one, a good one.

const good = dataFiles();
const archive = archiveFiles(1);
const other = (name: TableName, n = 60): string => csv(name, goodRows(n)[name]);
const cut = (name: TableName, share: number): string => {
	const lines = (good[`csv/${name}.csv`] ?? '').split(/(?<=\n)/);
	return lines.slice(0, Math.ceil(lines.length * share)).join('');
};
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
const USAGE = `csvtool - performs manipulations on CSV files\n\nUsage: csvtool [-t "," ] FILE\n`;

const FAULTS: [table: TableName, what: string, content: string | null, reason: RegExp][] = [
	['events', 'holds the sessions', other('sessions'), /header of sessions/],
	['aliases', 'holds the events', other('events'), /header of events/],
	['recordings', 'holds the sessions', other('sessions'), /header of sessions/],
	// Far more than a pipe holds: git must not be left waiting.
	['tune_popularity', 'holds very many sets', other('sets', 9000), /header of sets/],
	['tunes', 'holds the sets, which have all its columns', other('sets'), /header of sets/],
	['sets', 'holds the usage of a tool', USAGE, /header lacks tuneset/],
	['tunes', 'holds an LFS pointer', LFS, /Git LFS pointer/],
	['sessions', 'is cut at a row end', cut('sessions', 0.3), /fell from 40 rows to 12 rows/],
	[
		'tunes',
		'is cut inside a quoted field',
		(good['csv/tunes.csv'] ?? '').slice(0, (good['csv/tunes.csv'] ?? '').lastIndexOf('dGBG')),
		/cut off inside its last row/,
	],
	['recordings', 'is empty', '', /holds no rows/],
	['aliases', 'is its header alone', csv('aliases', []), /holds no rows/],
	['events', 'is not there', null, /not there/],
];

const printed: string[] = [];
beforeEach(() => {
	printed.length = 0;
	const keep = (...words: unknown[]) => void printed.push(words.join(' '));
	const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')];
	for (const spy of spies) spy.mockImplementation(keep);
	return () => spies.forEach((spy) => spy.mockRestore());
});

const tableOf = ({ tables }: IngestResult, name: string) =>
	tables.find((table) => table.name === name);

describe.each(FAULTS)('%s.csv %s', (name, _, content, reason) => {
	const faulty: Files = { ...good, [`csv/${name}.csv`]: content };

	it('keeps last week’s rows, says so, and is current again the week after', async () => {
		const mirror = new TestMirror();
		const first = await mirror.week(good, archive);
		expect(first.facts.verdict).toBe('good');
		expect(tableOf(first, name)).toMatchObject({ state: 'current', read: 40 });
		const before = mirror.dump();

		const second = await mirror.week(faulty, archive);
		expect(tableOf(second, name)).toMatchObject({
			state: 'last-good',
			reason: expect.stringMatching(reason) as string,
			commit: first.facts.upstream.data.commit,
			read: 40,
		});
		expect(second.facts.verdict).toBe('degraded');
		// The rest of a file that nobody reads must not keep git, and with it the run, waiting.
		await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'));
		expect(second.facts.tables[name]).toMatchObject({ state: 'last-good', read: 40, stored: 40 });
		expect(second.tables.filter((table) => table.state !== 'current')).toHaveLength(1);
		expect(printed.join('\n')).toMatch(new RegExp(`csv/${name}\\.csv: .*${reason.source}`));
		expect({ ...mirror.dump(), meta: [] }).toEqual({ ...before, meta: [] });

		const third = await mirror.week(good, archive);
		expect(tableOf(third, name)).toMatchObject({ state: 'current', read: 40 });
		expect(third.facts.verdict).toBe('good');
	});

	it('stops when there is no earlier version, unless told to go on', async () => {
		// Of these every row that is there makes sense.
		if (/^fell|^cut off/.test(reason.source) || content === csv('aliases', [])) return;
		const mirror = new TestMirror();
		const upstream = mirror.publish(faulty, archive);
		const kinds = CSV_TABLES.filter((table) => table.name === name).map((table) => table.kind);
		const stopped = mirror.ingest(upstream, { kinds });
		await expect(stopped).rejects.toThrow(MirrorError);
		await expect(stopped).rejects.toThrow(`csv/${name}.csv: `);
		await expect(stopped).rejects.toThrow(reason);

		const result = await mirror.ingest(upstream, { kinds, allowDegraded: true });
		expect(tableOf(result, name)).toMatchObject({ state: 'missing', commit: '', read: 0 });
		expect(result.facts.verdict).toBe('degraded');
		expect(result.facts.tables[name]).toMatchObject({ read: 0, stored: 0, refused: 0 });
	});
});

describe('a table that shrinks', () => {
	const week = (sessions: number): Files => dataFiles({ sessions: goodRows(sessions).sessions });

	it('is taken as it is with acceptShrink, and from then on', async () => {
		const mirror = new TestMirror();
		await mirror.week(week(40), archive);
		const result = await mirror.week(week(12), archive, { acceptShrink: true });
		expect(tableOf(result, 'sessions')).toMatchObject({ state: 'current', read: 12 });
		expect(result.facts).toMatchObject({ verdict: 'good', counts: { sessions: 12 } });
		expect((await mirror.week(week(12), archive)).facts.verdict).toBe('good');
	});

	it('may fall by one row in twenty, and no more', async () => {
		const mirror = new TestMirror();
		await mirror.week(week(40), archive);
		expect(tableOf(await mirror.week(week(38), archive), 'sessions')?.state).toBe('current');
		expect(tableOf(await mirror.week(week(36), archive), 'sessions')?.state).toBe('last-good');
	});

	it('stays at its last good version for as many faulty weeks as there are', async () => {
		const mirror = new TestMirror();
		const whole = (await mirror.week(week(40), archive)).facts.upstream.data;
		for (const rows of [3, 2, 30]) {
			const result = await mirror.week(week(rows), archive);
			expect(tableOf(result, 'sessions')).toMatchObject({ state: 'last-good', read: 40 });
			expect(result.facts.tables['sessions']?.whole).toEqual(whole);
		}
	});
});

it('reads only the tables whose file is new', async () => {
	const mirror = new TestMirror();
	await mirror.week(good, archive);
	const sets = csv('sets', goodRows(41).sets);
	const result = await mirror.week({ ...good, 'csv/sets.csv': sets }, archive);
	expect(result.tables.filter((table) => table.touched).map((table) => table.name)).toEqual([
		'sets',
	]);
	expect(tableOf(result, 'tunes')?.commit).not.toBe(tableOf(result, 'sets')?.commit);
});

it('leaves the old store standing when it has to stop', async () => {
	const mirror = new TestMirror();
	await mirror.week(good, archive, { kinds: ['sessions'] });
	const before = mirror.dump();
	const upstream = mirror.publish({ ...good, 'csv/tunes.csv': LFS }, archive);
	await expect(mirror.ingest(upstream)).rejects.toThrow(MirrorError);
	expect(mirror.dump()).toEqual(before);
});

it('waits for the archive’s readers before it hands on a failure of the other repository', async () => {
	const mirror = new TestMirror();
	const upstream = mirror.publish(good, archiveFiles(150));
	const missing = { ...upstream, data: { ...upstream.data, commit: '0'.repeat(40) } };
	await expect(mirror.ingest(missing)).rejects.toThrow(/^git ended with 128/);
	const result = await mirror.ingest(upstream);
	expect(result.sections.map((section) => section.touched)).toEqual([0, 0, 0, 0, 0]);
});
