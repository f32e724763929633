import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerText } from '../../../src/pipeline/diff/ledger-file.ts';
import { CHANGING } from '../../../src/core/changes.ts';
import type { AcceptedLosses } from '../../../src/pipeline/ingest/guard/accepted-losses.ts';
import type { Suppressed } from '../../../src/store/suppressed.ts';
import type { Ledger } from '../../../src/pipeline/diff/ledger.ts';
import { compareWithLast } from '../../../src/pipeline/verify/last-site.ts';
import { KINDS, type Kind } from '../../../src/core/kinds.ts';
import { MirrorError } from '../../../src/core/errors.ts';
import { temporaryFolder } from '../sync/upstream.ts';

const ids = (from: number, to: number): Map<number, string> =>
	new Map(Array.from({ length: to - from }, (_, n) => [from + n, 'abcdef']));

const NONE = Object.fromEntries(
	CHANGING.map((kind) => [kind, new Set<number>()]),
) as unknown as AcceptedLosses;

/** A site of which only build.json and the ledger are looked at. */
function site(
	tunes: Map<number, string>,
	counts: Record<string, number> = {},
	sections: readonly Kind[] = KINDS,
	pages = 2000,
	more: object = {},
): string {
	const folder = temporaryFolder();
	mkdirSync(path.join(folder, 'changes'));
	const ledger: Ledger = {
		telling: 1,
		date: '2026-11-14',
		things: {
			tunes,
			recordings: sections.includes('recordings') ? ids(0, 500) : ids(0, 0),
			sessions: ids(0, 0),
			events: ids(0, 0),
			discussions: ids(0, 0),
			settings: ids(0, 0),
			sets: ids(0, 0),
		},
		members: new Map([['ann', 'abcdef']]),
	};
	writeFileSync(path.join(folder, 'changes/ledger.json'), ledgerText(ledger));
	writeFileSync(
		path.join(folder, 'changes/index.json'),
		JSON.stringify({ format: 1, pages, deploys: [] }),
	);
	const facts = {
		sections,
		counts: { tunes: tunes.size, recordings: 500, comments: 1000, ...counts },
		upstream: upstream('2026-11-12'),
		...more,
	};
	writeFileSync(path.join(folder, 'build.json'), JSON.stringify(facts));
	return folder;
}

const upstream = (day: string) => ({
	data: { commit: '1'.repeat(40), date: `${day}T06:00:00Z` },
	archive: { commit: '2'.repeat(40), date: '2026-01-01T06:00:00Z' },
});

function compare(
	last: string,
	next: string,
	more: Partial<Parameters<typeof compareWithLast>[0]> = {},
): string[] {
	const options = { accepted: NONE, suppressed: undefined, warn: () => undefined };
	return compareWithLast({ last, next, ...options, ...more });
}

function problem(...sites: Parameters<typeof compare>): MirrorError | undefined {
	try {
		compare(...sites);
		return undefined;
	} catch (error) {
		if (error instanceof MirrorError) return error;
		throw error;
	}
}

/** Without one id in six, spread over all of them. */
const pruned = (all: Map<number, string>): Map<number, string> =>
	new Map([...all].filter(([id]) => id % 6 !== 3));

describe('things', () => {
	test.each([
		['one', ids(1, 1000), '1 tunes'],
		['one in fifty in a row', ids(20, 1000), '20 tunes'],
		['one in six of all', pruned(ids(0, 1000)), '167 tunes'],
		['a few, and others came', new Map([...ids(0, 980), ...ids(1000, 1050)]), '20 tunes'],
	])('that are gone are told and stop nothing: %s', (_, tunes, told) => {
		expect(compare(site(ids(0, 1000)), site(tunes))).toEqual([told]);
	});

	test('that look cut off are refused, with the figures and how to accept it', () => {
		const found = problem(site(ids(0, 1000)), site(ids(0, 950)));
		expect(found?.message).toContain('tunes: it looks cut off: the last 50 of 1,000 ids are gone');
		expect(found?.next).toContain('--accept-shrink');
		expect(found?.next).toContain('deploy workflow');
		expect(found?.next).toContain('MIRROR_ACCEPT_SHRINK=yes');
	});

	test('of which most are others are refused, though as many came', () => {
		expect(problem(site(ids(0, 1000)), site(ids(2000, 3000)))?.message).toContain('tunes: ');
	});

	test('that ingest judged to be gone may go, and no others beside them', () => {
		const accepted = { ...NONE, tunes: new Set(ids(500, 1000).keys()) };
		expect(compare(site(ids(0, 1000)), site(ids(0, 500)), { accepted })).toEqual(['500 tunes']);
		expect(problem(site(ids(0, 1000)), site(ids(0, 400)), { accepted })?.message).toContain(
			'the last 100 of 500 ids are gone',
		);
	});

	test('that are suppressed may go, and what hangs on them', () => {
		const things = { tunes: [...ids(800, 1000).keys()] } as Suppressed['things'];
		const none = Object.fromEntries([...KINDS, 'sets'].map((kind) => [kind, []]));
		const suppressed = { list: 'x', things: { ...none, ...things }, members: [] };
		const next = site(ids(0, 800), { comments: 100 }, KINDS, 1000, { suppressed: 'x' });
		expect(compare(site(ids(0, 1000)), next, { suppressed })).toEqual(['200 tunes']);
	});

	test('of a section whose source is missing are refused', () => {
		const source = (state: string) => ({
			tables: { aliases: { state, reason: 'it holds no rows' } },
		});
		const [has, lacks] = ['last-good', 'missing'].map((state) =>
			site(ids(0, 10), {}, KINDS, 2000, source(state)),
		) as [string, string];
		expect(problem(has, lacks)?.message).toContain('table aliases is missing: it holds no rows');
		expect(problem(lacks, lacks)).toBeUndefined();
	});
});

describe('parts and pages', () => {
	test('one in twenty may go', () => {
		const last = site(ids(0, 100), { members: 20 });
		expect(
			problem(last, site(ids(0, 100), { comments: 950, members: 19 }, KINDS, 1900)),
		).toBeUndefined();
	});

	test('more are refused', () => {
		const found = problem(site(ids(0, 100)), site(ids(0, 100), { comments: 900 }, KINDS, 1899));
		expect(found?.message).toContain('comments: 1,000 before, 900 now (10.0 % fewer)');
		expect(found?.message).toContain('pages in all: 2,000 before, 1,899 now (5.1 % fewer)');
	});

	test('go with the things that ingest judged to be gone', () => {
		const accepted = { ...NONE, tunes: new Set(ids(500, 1000).keys()) };
		const next = site(ids(0, 500), { comments: 500 }, KINDS, 1000);
		expect(problem(site(ids(0, 1000)), next, { accepted })).toBeUndefined();
	});
});

test('what is refused is published when upstream is three weeks newer, whatever ran between', () => {
	const warnings: string[] = [];
	const warn = (message: string) => warnings.push(message);
	const last = site(ids(0, 1000));
	const next = (day: string) => site(ids(0, 500), {}, KINDS, 2000, { upstream: upstream(day) });
	expect(problem(last, next('2026-12-02'))).toBeDefined();
	expect(compare(last, next('2026-12-03'), { warn })).toEqual([
		'tunes: it looks cut off: the last 500 of 1,000 ids are gone',
	]);
	expect(warnings).toEqual([expect.stringContaining('in the 21 days since nothing better came')]);
});

describe('sections', () => {
	const part: Kind[] = ['tunes', 'sessions'];
	const fewer = () => site(ids(0, 1000), { recordings: 0, comments: 1 }, part, 1000);

	test('that are left out on purpose are told, and are no loss', () => {
		const warnings: string[] = [];
		compare(site(ids(0, 1000)), fewer(), { warn: (what) => warnings.push(what) });
		expect(warnings).toEqual([expect.stringContaining('has recordings, events, discussions')]);
	});

	test('that both have are compared all the same', () => {
		const next = site(ids(0, 900), { recordings: 0, comments: 1 }, part, 1000);
		expect(problem(site(ids(0, 1000)), next)?.message).toMatch(
			/published site has:\n {2}tunes: [^\n]*$/,
		);
	});

	test('that are new are no fall', () => {
		expect(problem(fewer(), site(ids(0, 1000)))).toBeUndefined();
	});
});

test('without a last site there is nothing to compare', () => {
	expect(problem(temporaryFolder(), site(ids(0, 10)))).toBeUndefined();
});

test.each([
	['build.json', 'build.json is missing or damaged: counts'],
	['changes/ledger.json', 'ledger.json is missing or damaged: things that are gone'],
	['changes/index.json', 'index.json is missing or damaged: the number of pages'],
])('a last site whose %s is damaged or gone is told, and stops no deploy', (name, said) => {
	for (const spoil of [(file: string) => writeFileSync(file, '{"counts"'), rmSync]) {
		const last = site(ids(0, 10));
		spoil(path.join(last, name));
		const warnings: string[] = [];
		compare(last, site(ids(0, 10)), { warn: (message) => warnings.push(message) });
		expect(warnings).toEqual([expect.stringContaining(said)]);
	}
});

test('a site that can be compared is told nothing of', () => {
	const warnings: string[] = [];
	const warn = (message: string) => warnings.push(message);
	compare(site(ids(0, 10)), site(ids(0, 10)), { warn });
	compare(temporaryFolder(), site(ids(0, 10)), { warn });
	expect(warnings).toEqual([]);
});
