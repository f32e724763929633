import { expect, test } from 'vitest';
import { summaryLines } from '../../src/pipeline/summary.ts';
import type { StageReport } from '../../src/pipeline/summary.ts';

const stage = (name: StageReport['stage'], more: Partial<StageReport> = {}): StageReport => ({
	stage: name,
	milliseconds: 1000,
	peakBytes: 2_000_000,
	peakSumBytes: 3_000_000,
	...more,
});
const group = (source: string, count: number) => ({ source, reason: 'odd', count, places: [] });
const current = { state: 'current' };

test('five lines tell a maintainer what must be known', () => {
	const ingest = stage('ingest', {
		result: {
			facts: {
				verdict: 'degraded',
				tables: { tunes: current, sets: { state: 'last-good' } },
				archive: { tunes: current },
			},
			changes: {
				tune: { added: 3, changed: 1, removed: 0 },
				setting: { added: 0, changed: 0, removed: 0 },
			},
			refused: ['a', 'b', 'c'].map((name, at) => group(`csv/${name}.csv`, 10 * (at + 1))),
		},
	});
	const index = stage('index', {
		result: {
			leftOut: ['d', 'e', 'f'].map((name) => group(`search/${name}`, 1)),
			yields: ['packs of events are left out'],
			todo: ['raise MIRROR_SITE_LIMIT'],
		},
	});
	expect(summaryLines([ingest, index], 'report.json')).toMatchInlineSnapshot(`
		[
		  "verdict: degraded (sets of an earlier week) in 2.0 s, at most 2.0 MB of memory in one process, 3.0 MB in all",
		  "changed: tune +3 ~1 −0",
		  "left out: 63 in all, 30 × csv/c.csv: odd; 20 × csv/b.csv: odd; 10 × csv/a.csv: odd; 1 × search/d: odd; 1 × search/e: odd; and 1 more reason",
		  "yields: packs of events are left out",
		  "to do: raise MIRROR_SITE_LIMIT; the report is report.json",
		]
	`);
});

test('a first run and one that failed say so', () => {
	const ingest = stage('ingest', {
		result: { facts: { verdict: 'good', tables: {}, archive: {} }, changes: {}, refused: [] },
	});
	expect(summaryLines([ingest], 'report.json')).toMatchInlineSnapshot(`
		[
		  "verdict: good in 1.0 s, at most 2.0 MB of memory in one process, 3.0 MB in all",
		  "changed: everything is new, there was no store to compare with",
		  "left out: nothing",
		  "yields: nothing, the site fits its host",
		  "to do: nothing; the report is report.json",
		]
	`);
	expect(summaryLines([stage('sync', { error: 'x' })], 'report.json')[0]).toContain('sync failed');
});
