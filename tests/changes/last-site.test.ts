import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerText } from '../../scripts/changes/ledger-file.ts';
import type { Ledger } from '../../scripts/changes/ledger.ts';
import { compareWithLast } from '../../scripts/checks/last-site.ts';
import { KINDS, type Kind } from '../../src/domain/kinds.ts';
import { MirrorError } from '../../src/errors.ts';
import { temporaryFolder } from '../upstream/upstream.ts';

const ids = (from: number, to: number): Map<number, string> =>
	new Map(Array.from({ length: to - from }, (_, n) => [from + n, 'abcdef']));

/** A site of which only build.json and the ledger are looked at. */
function site(
	tunes: Map<number, string>,
	counts: Record<string, number> = {},
	sections: readonly Kind[] = KINDS,
	pages = 2000,
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
	};
	writeFileSync(path.join(folder, 'build.json'), JSON.stringify(facts));
	return folder;
}

function problem(last: string, next: string): MirrorError | undefined {
	try {
		compareWithLast({ last, next, warn: () => undefined });
		return undefined;
	} catch (error) {
		if (error instanceof MirrorError) return error;
		throw error;
	}
}

describe('counts', () => {
	test('one in a hundred may fall', () => {
		expect(problem(site(ids(0, 1000)), site(ids(10, 1000)))).toBeUndefined();
	});

	test('more is refused, with the figures and how to accept it', () => {
		const found = problem(site(ids(0, 1000)), site(ids(11, 1000)));
		expect(found?.message).toContain('tunes: 1,000 before, 989 now (1.1 % fewer)');
		expect(found?.next).toContain('--accept-shrink');
		expect(found?.next).toContain('deploy workflow');
		expect(found?.next).toContain('MIRROR_ACCEPT_SHRINK=yes');
	});

	test('a count of parts is looked at too', () => {
		const found = problem(site(ids(0, 100)), site(ids(0, 100), { comments: 900 }));
		expect(found?.message).toContain('comments: 1,000 before, 900 now');
	});
});

describe('pages', () => {
	test('some may go when others come', () => {
		expect(problem(site(ids(0, 1000)), site(ids(50, 1050)))).toBeUndefined();
	});

	test('one in twenty gone is refused, though as many came', () => {
		expect(problem(site(ids(0, 1000)), site(ids(51, 1051)))?.message).toContain(
			'pages of tunes: 51 of 1,000 are removed (5.1 %)',
		);
	});

	test('fewer in all are refused, whatever they are of', () => {
		const last = site(ids(0, 10));
		expect(problem(last, site(ids(0, 10), {}, KINDS, 1900))).toBeUndefined();
		expect(problem(last, site(ids(0, 10), {}, KINDS, 1899))?.message).toContain(
			'pages in all: 2,000 before, 1,899 now (5.1 % fewer)',
		);
	});

	test('a single loss in a small mirror is none', () => {
		expect(problem(site(ids(0, 10)), site(ids(1, 10)))).toBeUndefined();
		expect(problem(site(ids(0, 10)), site(ids(2, 10)))).toBeDefined();
	});
});

describe('sections', () => {
	const part: Kind[] = ['tunes', 'sessions'];
	const fewer = () => site(ids(0, 1000), { recordings: 0, comments: 1 }, part, 1000);

	test('that are left out on purpose are told, and are no loss', () => {
		const warnings: string[] = [];
		compareWithLast({
			last: site(ids(0, 1000)),
			next: fewer(),
			warn: (what) => warnings.push(what),
		});
		expect(warnings).toEqual([expect.stringContaining('recordings, events, discussions too')]);
	});

	test('that both have are compared all the same', () => {
		const next = site(ids(20, 1000), { recordings: 0, comments: 1 }, part, 1000);
		expect(problem(site(ids(0, 1000)), next)?.message).toMatch(/last has:\n {2}tunes: [^\n]*$/);
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
		compareWithLast({ last, next: site(ids(0, 10)), warn: (message) => warnings.push(message) });
		expect(warnings).toEqual([expect.stringContaining(said)]);
	}
});

test('a site that can be compared is told nothing of', () => {
	const warnings: string[] = [];
	const warn = (message: string) => warnings.push(message);
	compareWithLast({ last: site(ids(0, 10)), next: site(ids(0, 10)), warn });
	compareWithLast({ last: temporaryFolder(), next: site(ids(0, 10)), warn });
	expect(warnings).toEqual([]);
});
