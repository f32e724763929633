import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ledgerText, parseLedger } from '../../../src/pipeline/diff/ledger-file.ts';
import { makeLedger, TELLING } from '../../../src/pipeline/diff/ledger.ts';
import { writeChanges } from '../../../src/pipeline/diff/write-changes.ts';
import { silent } from '../../../src/cli/progress.ts';
import type { ChangeFile, ChangeHistory } from '../../../src/core/changes.ts';
import { temporaryFolder } from '../sync/upstream.ts';
import { madeStore } from '../../store/made-store.ts';

type Tables = Parameters<typeof madeStore>[0];

const FIRST: Tables = {
	tune: [{ id: 1 }, { id: 2 }, { id: 9 }],
	setting: [
		{ id: 11, tune_id: 1, position: 1 },
		{ id: 12, tune_id: 2, position: 1 },
	],
	session: [{ id: 4, name: 'Snug' }],
	member: [{ id: 5, slug: 'ann', name: 'Ann' }],
	tuneset: [
		{ id: 31, member_id: 5 },
		{ id: 32, member_id: 5 },
	],
	tuneset_tune: [
		{ tuneset_id: 31, position: 1, name: 'A', tune_id: 1 },
		{ tuneset_id: 32, position: 1, name: 'A', tune_id: 1 },
	],
};

const NEXT: Tables = {
	...FIRST,
	tune: [{ id: 1 }, { id: 2 }, { id: 10 }],
	setting: [
		{ id: 11, tune_id: 1, position: 1, abc: 'C2' },
		{ id: 12, tune_id: 2, position: 1 },
		{ id: 13, tune_id: 2, position: 2 },
	],
	tuneset: [
		{ id: 32, member_id: 5 },
		{ id: 33, member_id: 5 },
	],
	tuneset_tune: [
		{ tuneset_id: 32, position: 1, name: 'A', tune_id: 1 },
		{ tuneset_id: 32, position: 2, name: 'B', tune_id: 2 },
		{ tuneset_id: 33, position: 1, name: 'A', tune_id: 1 },
	],
};

test('what was added, edited and removed since the last site', () => {
	const week = weeks();
	expect(week.deploy(FIRST)).toEqual({ changed: null, deploys: 0 });
	expect(week.deploy(NEXT)).toEqual({ changed: 9, deploys: 1 });
	expect(week.file('2026-11-14')).toMatchObject({
		since: '2026-11-14',
		changes: {
			tunes: { added: [10], edited: [1, 2], removed: [9] },
			settings: { added: [13], edited: [11], removed: [] },
			sets: { added: [33], edited: [32], removed: [31] },
			sessions: { added: [], edited: [], removed: [] },
		},
	});
	expect(week.history().deploys[0]?.counts.tunes).toEqual({ added: 1, edited: 2, removed: 1 });
});

test('nothing changed: the files are the last ones, byte for byte', () => {
	const week = weeks();
	week.deploy(FIRST);
	week.deploy(NEXT);
	const before = week.bytes();
	expect(week.deploy(NEXT)).toEqual({ changed: 0, deploys: 1 });
	expect(week.bytes()).toEqual(before);
});

test('a second deploy of the same day has a name of its own, and the first is kept', () => {
	const week = weeks();
	week.deploy(FIRST);
	week.deploy(NEXT);
	week.deploy(FIRST);
	expect(week.history().deploys.map(({ name }) => name)).toEqual(['2026-11-14-2', '2026-11-14']);
	expect(Object.keys(week.bytes()).sort()).toEqual([
		'2026-11-14-2.json',
		'2026-11-14.json',
		'index.json',
		'ledger.json',
	]);
});

test('without a ledger that can be read nothing is compared, and the history goes on', () => {
	const week = weeks();
	week.deploy(FIRST);
	week.deploy(NEXT);
	writeFileSync(path.join(week.last, 'ledger.json'), '{"format":1,"things":');
	expect(week.deploy(FIRST)).toEqual({ changed: null, deploys: 1 });
});

test('the files are a chain: a link that is missing is seen', () => {
	const week = weeks();
	const chain = () => {
		const { at, deploys } = week.history();
		return { at, links: deploys.map(({ name, previous }) => [name, previous]) };
	};
	week.deploy(FIRST);
	expect(chain()).toEqual({ at: null, links: [] });
	week.deploy(NEXT);
	week.deploy(NEXT);
	week.deploy(FIRST);
	const links = [
		['2026-11-14-2', '2026-11-14'],
		['2026-11-14', null],
	];
	expect(chain()).toEqual({ at: '2026-11-14-2', links });
	expect(week.file('2026-11-14-2').previous).toBe('2026-11-14');

	writeFileSync(path.join(week.last, 'ledger.json'), '{}');
	week.deploy(NEXT);
	expect(chain()).toEqual({ at: null, links });
	week.deploy(FIRST);
	expect(chain()).toEqual({ at: '2026-11-14-3', links: [['2026-11-14-3', null], ...links] });
});

test('a name in the history that is none of ours is left out, as it would be part of a path', () => {
	const week = weeks();
	week.deploy(FIRST);
	week.deploy(NEXT);
	const history = week.history();
	mkdirSync(path.join(week.last, 'a'));
	writeFileSync(path.join(week.last, 'a/b.json'), '{}');
	const deploys = [...history.deploys, { ...history.deploys[0], name: 'a/b' }];
	writeFileSync(path.join(week.last, 'index.json'), JSON.stringify({ ...history, deploys }));
	week.deploy(NEXT);
	expect(week.history().deploys.map(({ name }) => name)).toEqual(['2026-11-14']);
});

test('a program that tells of things in another way makes nothing look edited', () => {
	const week = weeks();
	week.deploy(FIRST);
	const ledger = path.join(week.last, 'ledger.json');
	const last = JSON.parse(readFileSync(ledger, 'utf8')) as object;
	writeFileSync(ledger, JSON.stringify({ ...last, telling: 0 }));
	expect(week.deploy(NEXT)).toEqual({ changed: 5, deploys: 1 });
	expect(week.file('2026-11-14')).toMatchObject({
		retold: true,
		changes: { tunes: { added: [10], edited: [], removed: [9] } },
	});
});

test('TELLING is raised when the same store is told of in another way', () => {
	const store = madeStore({
		...FIRST,
		recording: [{ id: 6 }],
		event: [{ id: 7, starts: '2026-11-20 20:00:00' }],
		discussion: [{ id: 8 }],
		comment: [{ kind: 'discussions', thing_id: 8, id: 1, position: 1 }],
	});
	const digest = hash('sha256', ledgerText(makeLedger(store, silent))).slice(0, 12);
	store.close();
	// Another digest of the same rows: raise TELLING, then write it here.
	expect({ TELLING, digest }).toMatchInlineSnapshot(`
		{
		  "TELLING": 1,
		  "digest": "35c878f23cd2",
		}
	`);
});

test('a ledger is read as it was written', () => {
	const store = madeStore(FIRST);
	const ledger = makeLedger(store, silent);
	expect(parseLedger(ledgerText(ledger))).toEqual(ledger);
	store.close();
});

function weeks() {
	const root = temporaryFolder();
	let n = 0;
	const folder = (week: number): string => path.join(root, `week-${week}`);
	const last = (): string => folder(n);
	const read = (name: string): unknown => JSON.parse(readFileSync(path.join(last(), name), 'utf8'));
	return {
		get last() {
			return last();
		},
		deploy(tables: Tables) {
			const store = path.join(root, `store-${n + 1}.sqlite`);
			const made = madeStore(tables);
			made.database.prepare('VACUUM INTO ?').run(store);
			made.close();
			mkdirSync(folder(n), { recursive: true });
			const result = writeChanges({
				store,
				last: folder(n),
				folder: folder(n + 1),
				progress: silent,
			});
			n++;
			return result;
		},
		file: (name: string) => read(`${name}.json`) as ChangeFile,
		history: () => read('index.json') as ChangeHistory,
		bytes: () =>
			Object.fromEntries(
				readdirSync(last()).map((name) => [name, readFileSync(path.join(last(), name), 'utf8')]),
			),
	};
}
