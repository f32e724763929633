import { expect, test } from 'vitest';
import { freeSlug, plainSlug } from '../../scripts/ingest/assemble/people.ts';

test.each([
	['Nell Ó Cuinn', 'nell-o-cuinn'],
	['Indexer', 'indexer'],
	['曲', 'xea91843a'],
	['Index', 'index-1bc04b52'],
	['“index”', 'index-1bc04b52'],
])('%s has the address %s', (name, slug) => {
	expect(plainSlug(name)).toBe(slug);
});

test('nobody takes the place of a front page, and no two the same', () => {
	const taken = new Set<string>();
	const slugs = ['Index', 'INDEX', 'index'].map((name) => freeSlug(name, taken));
	expect(slugs).not.toContain('index');
	expect(new Set(slugs).size).toBe(3);
});
