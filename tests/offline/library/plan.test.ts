import { describe, expect, test } from 'vitest';
import type { InstalledBundle } from '../../../src/offline/library/database.ts';
import { stepTo } from '../../../src/offline/library/plan.ts';
import type { Bundle, Patch } from '../../../src/offline/packs/catalogue.ts';

const installed = (version: string, patches: number[] = []): InstalledBundle => ({
	id: 'tunes/reel/0',
	version,
	files: [1000, ...patches].map((bytes, n) => ({ url: `${n}.pack`, bytes, sha256: '' })),
	since: 0,
});

const patch = (from: string, to: string, bytes: number): Patch => ({
	name: `${from}-${to}`,
	bytes,
	sha256: '',
	pages: 1,
	from,
	to,
});

const offered = (version: string, patches: Patch[]): Bundle => ({
	id: 'tunes/reel/0',
	version,
	file: { name: 'whole', bytes: 1000, sha256: '', pages: 9 },
	patches,
});

const namesOf = (bundle: Bundle, here: InstalledBundle | undefined): string[] | undefined =>
	stepTo(bundle, here)?.fetch.map(({ name }) => name);

describe('a bundle comes to what is offered', () => {
	const chain = [patch('a', 'b', 20), patch('b', 'c', 20)];

	test('by nothing, when it is there', () => {
		expect(namesOf(offered('c', chain), installed('c'))).toBeUndefined();
	});

	test('by the patches from its version on', () => {
		expect(namesOf(offered('c', chain), installed('a'))).toEqual(['a-b', 'b-c']);
		expect(namesOf(offered('c', chain), installed('b'))).toEqual(['b-c']);
	});

	test('from the last time that its version was offered', () => {
		const back = [...chain, patch('c', 'a', 20), patch('a', 'd', 20)];
		expect(namesOf(offered('d', back), installed('a'))).toEqual(['a-d']);
	});

	test('whole, when it is new, damaged or of a version that no patch leads from', () => {
		expect(namesOf(offered('c', chain), undefined)).toEqual(['whole']);
		expect(namesOf(offered('c', chain), { ...installed('c'), isDamaged: true })).toEqual(['whole']);
		expect(namesOf(offered('c', chain), installed('x'))).toEqual(['whole']);
	});

	test('whole, when patches would be larger, many, or a third of it on the device', () => {
		const small = offered('b', [patch('a', 'b', 150)]);
		small.file.bytes = 100;
		expect(namesOf(small, installed('a'))).toEqual(['whole']);
		const eight = Array<number>(8).fill(1);
		expect(namesOf(offered('b', [patch('a', 'b', 1)]), installed('a', eight))).toEqual(['whole']);
		expect(namesOf(offered('b', [patch('a', 'b', 40)]), installed('a', [300]))).toEqual(['whole']);
		expect(namesOf(offered('b', [patch('a', 'b', 30)]), installed('a', [300]))).toEqual(['a-b']);
	});
});
