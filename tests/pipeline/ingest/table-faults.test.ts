import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MirrorError } from '../../../src/core/errors.ts';
import type { IngestResult } from '../../../src/pipeline/ingest/ingest.ts';
import { CSV_TABLES } from '../../../src/pipeline/ingest/csv/tables.ts';
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
	[
		'sessions',
		'is cut at a row end',
		cut('sessions', 0.3),
		/cut off: the last 28 of 40 ids are gone/,
	],
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

	it('without an earlier version goes on with what else there is of its kind, and says so', async () => {
		// Of these every row that is there makes sense.
		if (reason.source.startsWith('cut off') || content === csv('aliases', [])) return;
		const mirror = new TestMirror();
		const kinds = CSV_TABLES.filter((table) => table.name === name).map((table) => table.kind);
		const result = await mirror.week(faulty, archive, { kinds });
		expect(tableOf(result, name)).toMatchObject({ state: 'missing', commit: '', read: 0 });
		expect(result.facts.verdict).toBe('degraded');
		expect(result.facts.tables[name]).toMatchObject({ read: 0, stored: 0, refused: 0 });
		expect(printed.join('\n')).toMatch(new RegExp(`csv/${name}\\.csv: .*${reason.source}`));
	});
});

describe('a kind without rows and without pages', () => {
	const without = (kind: string): Files =>
		Object.fromEntries(Object.entries(archive).filter(([file]) => !file.startsWith(`${kind}/`)));

	it.each(['tunes', 'recordings', 'sessions', 'events'] as const)(
		'stops the run, unless told to go on: %s',
		async (kind) => {
			const mirror = new TestMirror();
			const upstream = mirror.publish({ ...good, [`csv/${kind}.csv`]: LFS }, without(kind));
			const stopped = mirror.ingest(upstream);
			await expect(stopped).rejects.toThrow(MirrorError);
			await expect(stopped).rejects.toThrow(`Upstream has no ${kind}, and there is no earlier`);
			await expect(stopped).rejects.toThrow(
				/csv\/.*: a Git LFS pointer[^]*archive .*: the archive has/,
			);
			const { facts } = await mirror.ingest(upstream, { allowDegraded: true });
			expect(facts).toMatchObject({ verdict: 'degraded', counts: { [kind]: 0 } });
		},
	);

	it('stops no run where a mirror can be without', async () => {
		const mirror = new TestMirror();
		const { facts } = await mirror.week(good, without('discussions'));
		expect(facts).toMatchObject({ verdict: 'degraded', counts: { discussions: 0, tunes: 40 } });
		await expect(
			mirror.ingest(mirror.publish(good, without('discussions')), { kinds: ['discussions'] }),
		).rejects.toThrow('Upstream has no discussions');
	});
});

describe('a table that shrinks', () => {
	const left = (rows: number[]): Files =>
		dataFiles({ sessions: goodRows(40).sessions.filter(({ id }) => rows.includes(Number(id))) });
	const ids = (from: number, to: number): number[] =>
		Array.from({ length: to - from + 1 }, (_, at) => from + at);
	const sessionsOf = (result: IngestResult) => tableOf(result, 'sessions');

	it('is taken as it is with acceptShrink, and from then on', async () => {
		const mirror = new TestMirror();
		await mirror.week(left(ids(1, 40)), archive);
		const result = await mirror.week(left(ids(1, 12)), archive, { acceptShrink: true });
		expect(sessionsOf(result)).toMatchObject({ state: 'current', read: 12, gone: 28 });
		expect(result.facts).toMatchObject({ verdict: 'good', counts: { sessions: 12 } });
		expect((await mirror.week(left(ids(1, 12)), archive)).facts.verdict).toBe('good');
	});

	it('by pruning is taken at once and told, in the same words when the run is repeated', async () => {
		const mirror = new TestMirror();
		await mirror.week(left(ids(1, 40)), archive);
		const upstream = mirror.publish(left(ids(1, 40).filter((id) => id % 6 !== 3)), archive);
		const first = await mirror.ingest(upstream);
		expect(sessionsOf(first)).toMatchObject({ state: 'current', read: 33, gone: 7 });
		expect(first.facts).toMatchObject({ verdict: 'good', tables: { sessions: { gone: 7 } } });
		expect(printed.join('\n')).toContain('csv/sessions.csv: 7 ids that it had before are gone');
		expect((await mirror.ingest(upstream)).facts).toEqual(first.facts);
		const next = await mirror.week(left(ids(1, 40).filter((id) => id % 6 !== 3)), archive);
		expect(next.facts.tables['sessions']).not.toHaveProperty('gone');
	});

	it('from its end is in doubt, and taken when it says the same three weeks later', async () => {
		const mirror = new TestMirror();
		const whole = (await mirror.week(left(ids(1, 40)), archive)).facts.upstream.data;
		for (let week = 0; week < 3; week++) {
			const result = await mirror.week(left(ids(1, 30)), archive);
			expect(sessionsOf(result)).toMatchObject({ state: 'last-good', read: 40 });
			expect(result.facts.tables['sessions']?.whole).toEqual(whole);
		}
		const result = await mirror.week(left(ids(1, 30)), archive);
		expect(sessionsOf(result)).toMatchObject({
			state: 'current',
			read: 30,
			gone: 10,
			accepted: expect.stringContaining('it has said so since') as string,
		});
		expect(result.facts.verdict).toBe('good');
	});

	it('is taken by the first run after a pause, if it was in doubt before', async () => {
		const mirror = new TestMirror();
		await mirror.week(left(ids(1, 40)), archive);
		await mirror.week(left(ids(1, 30)), archive);
		for (let week = 0; week < 9; week++) mirror.publish(left(ids(1, 30)), archive);
		const result = await mirror.week(left(ids(1, 30)), archive);
		expect(sessionsOf(result)).toMatchObject({ state: 'current', read: 30 });
	});

	it('stays at its last good version while what it says changes', async () => {
		const mirror = new TestMirror();
		await mirror.week(left(ids(1, 40)), archive);
		for (const last of [3, 2, 30, 12, 20]) {
			const result = await mirror.week(left(ids(1, last)), archive);
			expect(sessionsOf(result)).toMatchObject({ state: 'last-good', read: 40 });
		}
	});

	it('from its end is taken at once when the archive has let the same go', async () => {
		const mirror = new TestMirror();
		const pages = archiveFiles(40);
		await mirror.week(left(ids(1, 40)), pages);
		const fewer: Files = { ...pages };
		for (const id of ids(31, 40)) fewer[`sessions/${id}/index.html`] = null;
		const result = await mirror.week(left(ids(1, 30)), fewer);
		expect(sessionsOf(result)).toMatchObject({ state: 'current', read: 30, gone: 10 });
		expect(result.sections.find(({ kind }) => kind === 'sessions')).toMatchObject({
			state: 'current',
			removed: 10,
		});
		expect(result.facts.counts.sessions).toBe(30);
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
	const pages = Object.entries(archive).filter(([file]) => !file.startsWith('tunes/'));
	const upstream = mirror.publish({ ...good, 'csv/tunes.csv': LFS }, Object.fromEntries(pages));
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
