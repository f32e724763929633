import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IngestResult } from '../../../src/pipeline/ingest/ingest.ts';
import { dataFiles } from './csv.ts';
import { TestMirror, type Files } from './mirror.ts';
import { archiveFiles, tunePage } from './pages.ts';

const data = dataFiles({}, 20);
const good = archiveFiles(20);
const GARBAGE = '<html><p>502 Bad Gateway';

beforeEach(() => {
	const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return () => spy.mockRestore();
});

const section = ({ sections }: IngestResult, kind: string) =>
	sections.find((candidate) => candidate.kind === kind);

/** The archive without the last `n` pages of a section. */
function cutOff(kind: string, n: number): Files {
	const pages = Array.from({ length: n }, (_, at) => `${kind}/${20 - at}/index.html`);
	return { ...good, ...Object.fromEntries(pages.map((page) => [page, null])) };
}

/** The archive with the first `n` pages of a section replaced, or left out for null. */
function damaged(kind: string, n: number, content: string | null): Files {
	const pages = Array.from({ length: n }, (_, at) => `${kind}/${at + 1}/index.html`);
	return { ...good, ...Object.fromEntries(pages.map((page) => [page, content])) };
}

describe('a section that shrinks', () => {
	it('as if it were cut off keeps what it had, and recovers', async () => {
		const mirror = new TestMirror();
		const first = await mirror.week(data, good);
		const second = await mirror.week(data, cutOff('discussions', 6));
		expect(section(second, 'discussions')).toMatchObject({
			state: 'last-good',
			reason: expect.stringContaining('cut off: the last 6 of 20 ids') as string,
			pages: 14,
			held: 20,
			removed: 0,
		});
		expect(second.facts).toMatchObject({ verdict: 'degraded', counts: { discussions: 20 } });
		expect(second.facts.archive['discussions']).toMatchObject({
			state: 'last-good',
			whole: first.facts.upstream.archive,
			stored: 20,
		});

		const third = await mirror.week(data, good);
		expect(section(third, 'discussions')?.state).toBe('current');
		expect(third.facts.verdict).toBe('good');
	});

	it('by a page or two loses them, and says so', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, good);
		const upstream = mirror.publish(data, damaged('discussions', 2, null));
		const result = await mirror.ingest(upstream);
		expect(section(result, 'discussions')).toMatchObject({
			state: 'current',
			removed: 2,
			gone: 2,
			held: 18,
		});
		expect(mirror.rows('SELECT id FROM discussion WHERE id <= 2')).toEqual([]);
		expect(result.facts.archive['discussions']).toMatchObject({ gone: 2 });
		expect((await mirror.ingest(upstream)).facts).toEqual(result.facts);
	});

	it('and stays so for three weeks is taken as it is', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, good);
		for (let week = 0; week < 3; week++) {
			const result = await mirror.week(data, cutOff('discussions', 6));
			expect(section(result, 'discussions')).toMatchObject({ state: 'last-good', held: 20 });
		}
		const result = await mirror.week(data, cutOff('discussions', 6));
		expect(section(result, 'discussions')).toMatchObject({
			state: 'current',
			removed: 6,
			held: 14,
		});
		expect(result.facts.verdict).toBe('good');
	});

	it('is taken as it is with acceptShrink', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, good);
		const smaller = damaged('discussions', 15, null);
		const result = await mirror.week(data, smaller, { acceptShrink: true });
		expect(section(result, 'discussions')).toMatchObject({
			state: 'current',
			removed: 15,
			held: 5,
		});
		expect(result.facts.verdict).toBe('good');
	});

	it('to nothing keeps what it had; without anything to keep it is made of its table', async () => {
		const mirror = new TestMirror();
		const none = damaged('events', 20, null);
		const without = await mirror.week(data, none);
		expect(section(without, 'events')).toMatchObject({ state: 'missing', held: 0 });
		expect(without.facts).toMatchObject({ verdict: 'degraded', counts: { events: 20 } });

		await mirror.week(data, good);
		const after = await mirror.week(data, none);
		expect(section(after, 'events')).toMatchObject({ state: 'last-good', held: 20 });
	});
});

describe('pages replaced by garbage', () => {
	it('keep what they said last, and are counted', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, good);
		const before = mirror.dump();
		const result = await mirror.week(data, damaged('tunes', 3, GARBAGE));
		expect(section(result, 'tunes')).toMatchObject({
			state: 'current',
			pages: 20,
			held: 20,
			touched: 3,
			faults: 3,
			lost: 0,
		});
		expect(mirror.dump()).toMatchObject({ comment: before['comment'], setting: before['setting'] });
		expect(mirror.rows('SELECT * FROM refused')).toEqual(
			[1, 2, 3].map((id) => ({
				source: 'archive/tunes',
				place: `tunes/${id}/index.html`,
				id: String(id),
				reason: 'no <body> (last good version kept)',
			})),
		);
		const after = await mirror.week(data, good);
		expect(section(after, 'tunes')).toMatchObject({ touched: 3, faults: 0 });
		expect(mirror.rows('SELECT * FROM refused')).toEqual([]);
	});

	it('are refused where there is no earlier version', async () => {
		const mirror = new TestMirror();
		const result = await mirror.week(data, damaged('discussions', 2, GARBAGE));
		expect(section(result, 'discussions')).toMatchObject({ faults: 2, lost: 2, held: 20 });
		expect(result.facts.archive['discussions']).toMatchObject({
			read: 20,
			stored: 18,
			refused: 2,
		});
		expect(result.facts.counts.discussions).toBe(18);
	});

	it('in number turn the verdict to degraded', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, good);
		const result = await mirror.week(data, damaged('tunes', 12, GARBAGE));
		expect(section(result, 'tunes')).toMatchObject({
			state: 'last-good',
			reason: '12 pages of 20 could not be understood',
		});
		expect(result.facts).toMatchObject({ verdict: 'degraded', counts: { comments: 100 } });
	});

	it('all of them, with nothing to keep, leave what the table has', async () => {
		const mirror = new TestMirror();
		const result = await mirror.week(data, damaged('tunes', 20, GARBAGE));
		expect(section(result, 'tunes')).toMatchObject({
			state: 'missing',
			reason: '20 pages of 20 could not be understood',
		});
		expect(result.facts).toMatchObject({ verdict: 'degraded', counts: { tunes: 20 } });
	});
});

it('counts the parts of a redesigned page that it cannot read, and stores the page', async () => {
	const mirror = new TestMirror();
	const page = tunePage(1, [{ id: 1001 }], [{ id: 501, html: 'x' }])
		.replace('id="comment501"', 'data-id="501"')
		.replace('href="#comment501"', 'href="#501"');
	await mirror.week(data, { ...good, 'tunes/1/index.html': page });
	expect(mirror.rows('SELECT place, reason FROM refused')).toEqual([
		{ place: 'tunes/1/index.html', reason: 'a comment without an id' },
	]);
});

it('follows no symbolic link, enters no submodule, and reads only pages where pages stand', async () => {
	const mirror = new TestMirror();
	const strange: Files = {
		...good,
		'tunes/901/index.html': '120000:/etc/passwd',
		'tunes/902': '120000:../discussions/1',
		'tunes/903': `160000:${'1'.repeat(40)}`,
		'tunes/0/index.html': tunePage(0, []),
		'tunes/1e3/index.html': tunePage(3, []),
		'tunes/904/other.html': tunePage(904, []),
		'tunes/905/index.html/index.html': tunePage(905, []),
		'trips/1/index.html': tunePage(1, []),
		'members/1/index.html': tunePage(1, []),
		'x/tunes/906/index.html': tunePage(906, []),
	};
	const result = await mirror.week(data, strange);
	expect(section(result, 'tunes')).toMatchObject({ state: 'current', pages: 20, held: 20 });
	expect(mirror.rows('SELECT count(*) AS n FROM tune')).toEqual([{ n: 20 }]);
});

it('parses over several threads what it parses over one', async () => {
	const one = new TestMirror();
	const many = new TestMirror();
	const archive = archiveFiles(90);
	await one.week(dataFiles({}, 20), archive, { jobs: 1 });
	await many.week(dataFiles({}, 20), archive, { jobs: 3 });
	expect(many.dump()).toEqual(one.dump());
});
