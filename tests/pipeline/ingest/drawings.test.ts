import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { drawAll, type DrawnSettings } from '../../../src/pipeline/ingest/drawings/draw-all.ts';
import type { DrawLimits } from '../../../src/pipeline/ingest/drawings/draw-share.ts';
import { silent } from '../../../src/cli/progress.ts';
import { madeStore } from '../../store/made-store.ts';

/** Draws settings into a new store, as each week does, with one cache for all weeks. */
function weeks(
	limits?: DrawLimits,
): (bodies: string[]) => Promise<DrawnSettings & { store: DatabaseSync }> {
	const work = mkdtempSync(path.join(tmpdir(), 'mirror-drawings-'));
	onTestFinished(() => rmSync(work, { recursive: true, force: true }));
	return async (bodies) => {
		const setting = bodies.map((abc, n) => ({ id: n + 1, tune_id: 1, position: n + 1, abc }));
		const store = madeStore({ tune: [{ id: 1 }], setting, drawing: [] }).database;
		return {
			...(await drawAll({ work, store, jobs: 2, progress: silent, ...(limits && { limits }) })),
			store,
		};
	};
}

it('draws every setting into the store, and says why where it cannot', async () => {
	const { store, settings, faults, mends, meanBytes } = await weeks()([
		'|:G2BG dGBG|AGEG DEGA:|',
		'|:G4:|:A4:|',
		'',
	]);
	const rows = store.prepare('SELECT * FROM drawing ORDER BY setting_id').all();
	expect(rows[0]).toMatchObject({ setting_id: 1, fault: null, mends: null, bars: 2 });
	expect(rows[0]?.['notes']).toBe('62 64 67 69 71 74');
	expect(String(rows[0]?.['svg'])).toMatch(/^<path class=l /);
	expect(rows[1]).toMatchObject({ mends: 'double-repeats' });
	expect(rows[2]).toMatchObject({ svg: null, fault: 'no notes' });
	expect({ settings, faults, mends }).toEqual({
		settings: 3,
		faults: { 'no notes': 1 },
		mends: { 'double-repeats': 1 },
	});
	expect(meanBytes).toBeGreaterThan(300);
});

it('draws in a later week only what is new, and each ABC once', async () => {
	const week = weeks();
	const first = await week(['GABc|', 'dedB|', 'GABc|']);
	expect(first.touched).toBe(2);
	expect((await week(['GABc|', 'dedB|', 'GABc|'])).touched).toBe(0);
	const later = await week(['GABc|', 'dedc|']);
	expect(later.touched).toBe(1);
	const svg = (store: DatabaseSync) =>
		store.prepare('SELECT svg FROM drawing WHERE setting_id = 1').get()?.['svg'];
	expect(svg(later.store)).toBe(svg(first.store));
});

it('forgets drawings that no setting has any more', async () => {
	const week = weeks();
	await week(['GABc|', 'dedB|']);
	await week(['GABc|']);
	expect((await week(['GABc|', 'dedB|'])).touched).toBe(1);
});

it('gives up settings at which a thread stays or dies, and draws the others', async () => {
	const limits = { worker: new URL('faulty-drawer.ts', import.meta.url), patience: 4000 };
	const bodies = ['GABc|', 'stay', 'dedB|', 'throw', 'edge|', 'end', 'gfed|', 'GBdB|'];
	const { store, leftOut, faults } = await weeks(limits)(bodies);
	expect(faults).toEqual({ failed: 2, 'too slow': 1 });
	expect(leftOut).toEqual([
		{
			source: 'staves',
			reason: 'failed',
			count: 2,
			places: [
				{ place: 'tunes/1#setting4', id: '4' },
				{ place: 'tunes/1#setting6', id: '6' },
			],
		},
		{
			source: 'staves',
			reason: 'too slow',
			count: 1,
			places: [{ place: 'tunes/1#setting2', id: '2' }],
		},
	]);
	const drawn = store.prepare('SELECT setting_id FROM drawing WHERE svg IS NOT NULL').all();
	expect(drawn.map((row) => row['setting_id'])).toEqual([1, 3, 5, 7, 8]);
});

it('a thread that cannot begin is not the fault of a setting', async () => {
	const worker = new URL('no-such-drawer.ts', import.meta.url);
	await expect(weeks({ worker })(['GABc|'])).rejects.toThrow('no-such-drawer');
});
