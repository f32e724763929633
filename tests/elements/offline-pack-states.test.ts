import { expect, test } from 'vitest';
import { packStates, type Stock } from '../../src/elements/offline/pack-states.ts';
import type { Bundle, Catalogue, Pack } from '../../src/offline/packs/catalogue.ts';

const bundle = (id: string, bytes: number): Bundle => ({
	id,
	version: 'v',
	file: { name: `${id}.pack`, bytes, sha256: '', pages: 1 },
	patches: [],
});
const pack = (id: string, group: Pack['group'], bundles: string[]): Pack => ({
	id,
	group,
	name: id,
	bundles,
	things: 1,
});
const catalogue: Catalogue = {
	format: 1,
	version: 'v',
	code: 'c',
	bundles: [bundle('reels', 300), bundle('jigs', 200), bundle('pubs', 50)],
	packs: [
		pack('tunes/all', 'tunes', ['reels', 'jigs']),
		pack('tunes/jig', 'tunes', ['jigs']),
		pack('sessions/all', 'sessions', ['pubs']),
	],
	beside: { names: 7, sound: 70, places: 700 },
};
const nothing: Stock = {
	bundles: new Set(),
	packs: new Set(),
	begun: new Map(),
	missingBeside: new Set(['names', 'sound', 'places']),
};
const statesOf = (stock: Partial<Stock>) => packStates(catalogue, { ...nothing, ...stock });

test('a pack is as large as its bundles and what it needs beside them', () => {
	expect(statesOf({}).map(({ bytes, missing, beside }) => [bytes, missing, beside])).toEqual([
		[500, 500, 77],
		[200, 200, 77],
		[50, 50, 707],
	]);
	const [all] = statesOf({ missingBeside: new Set(['places']) });
	expect(all).toMatchObject({ missing: 500, beside: 0, begun: 0, isKept: false });
});

test('what another pack has brought is shared, not begun', () => {
	const here = { bundles: new Set(['jigs']), packs: new Set(['tunes/jig']) };
	const [all, jigs] = statesOf({ ...here, missingBeside: new Set() });
	expect(all).toMatchObject({ missing: 300, shared: 200, begun: 0, isKept: false });
	expect(jigs).toMatchObject({ missing: 0, isKept: true });
});

test('a pack that was broken off has begun, with its bundles and its bytes', () => {
	const [all] = statesOf({
		bundles: new Set(['jigs']),
		packs: new Set(['tunes/all']),
		begun: new Map([['reels.pack', 100]]),
		missingBeside: new Set(),
	});
	expect(all).toMatchObject({ missing: 200, shared: 0, here: 200, begun: 300, isKept: false });
});

test('a kept pack lacks what is not there beside it', () => {
	const kept = { bundles: new Set(['jigs']), packs: new Set(['tunes/jig']) };
	const lacking = statesOf({ ...kept, missingBeside: new Set(['sound', 'places']) });
	expect(lacking[1]).toMatchObject({ isKept: true, lacks: ['sound'], beside: 70 });
	expect(lacking[0]).toMatchObject({ isKept: false, lacks: [] });
});
