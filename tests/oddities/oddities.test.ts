import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestBatch, mirrorBatch, pack, RANGE, type Outcome } from './batches.ts';
import { KINDS_OF_ODDITIES } from './kinds/index.ts';
import type { Placed } from './oddity.ts';
import { Site, type Stored } from './site.ts';

// Everything odd that upstream may hold, mirrored for real. ODDITY='a pattern' runs only those whose names it
// fits, and KEEP_ODDITIES=1 leaves the folders of their runs.

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-oddities-'));
const wanted = new RegExp(process.env['ODDITY'] ?? '');
const kinds = KINDS_OF_ODDITIES.map(({ title, rows }, kind) => ({
	title,
	placed: rows
		.map((oddity, at): Placed => ({ oddity, id: (200 * (kind + 1) + at) * RANGE }))
		.filter(({ oddity }) => wanted.test(`${title}: ${oddity.name}`)),
})).filter(({ placed }) => placed.length > 0);
/** Oddities of things run whole; those of whole tables where they say what the site shows. */
function isWhole({ parts, next, shown }: Placed['oddity']): boolean {
	return shown !== undefined || (parts === undefined && next === undefined);
}

const outcomes = new Map<Placed, Promise<Outcome<Stored> | undefined>>();

beforeAll(() => {
	const all = kinds.flatMap(({ placed }) => placed);
	const whole = pack(
		all.filter(({ oddity }) => isWhole(oddity)),
		120,
	);
	const ingested = pack(
		all.filter(({ oddity }) => !isWhole(oddity)),
		12,
	);
	// Two lanes: whole runs are processes of their own, and use about one core.
	start('whole', whole, mirrorBatch);
	start('ingest', ingested, ingestBatch);
});

/** Runs batches one after the other, and says what becomes of whom. */
function start<Result extends Stored>(
	name: string,
	batches: readonly Placed[][],
	run: (folder: string, batch: readonly Placed[]) => Promise<Map<Placed, Outcome<Result>>>,
): void {
	let before: Promise<unknown> = Promise.resolve();
	for (const [n, batch] of batches.entries()) {
		const found = before.then(() => run(path.join(folder, `${name}-${n}`), batch));
		before = found.catch(() => undefined);
		for (const one of batch)
			outcomes.set(
				one,
				found.then((outcome) => outcome.get(one)),
			);
	}
	for (const outcome of outcomes.values()) outcome.catch(() => undefined);
}

afterAll(() => {
	if (!process.env['KEEP_ODDITIES']) rmSync(folder, { recursive: true, force: true });
});

describe.each(kinds)('$title', ({ placed }) => {
	test.each(placed.map((one) => [one.oddity.name, one] as const))(
		'%s',
		{ timeout: 600_000 },
		async (_name, one) => {
			const outcome = await outcomes.get(one);
			expect(outcome?.faults.join('\n')).toBe('');
			const result = outcome?.result;
			if (!result) throw new Error('There is nothing to look at.');
			one.oddity.stored?.(result, one.id);
			if (result instanceof Site) one.oddity.shown?.(result, one.id);
		},
	);
});
