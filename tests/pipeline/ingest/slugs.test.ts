import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { MEMBER_LISTS, memberList, listFile, memberFile } from '../../../src/core/addresses.ts';
import { People } from '../../../src/pipeline/ingest/assemble/people.ts';
import { addressSegment, freeSegment } from '../../../src/store/address-segment.ts';

test.each([
	['Nell Ó Cuinn', 'nell-o-cuinn'],
	['Indexer', 'indexer'],
	['曲', 'xea91843a'],
	['Index', 'index-1bc04b52'],
	['“index”', 'index-1bc04b52'],
])('%s has the address %s', (name, slug) => {
	expect(addressSegment(name)).toBe(slug);
});

test('nobody takes the place of a front page, and no two the same', () => {
	const taken = new Set<string>();
	const slugs = ['Index', 'INDEX', 'index'].map((name) => freeSegment(name, taken));
	expect(slugs).not.toContain('index');
	expect(new Set(slugs).size).toBe(3);
});

test('no file of a member is the file of another', () => {
	using store = new DatabaseSync(':memory:');
	store.exec('CREATE TABLE member (id, slug, name, sort, letter, number)');
	const people = new People();
	const names = ['XML', 'JSON', 'search', 'Tunes', 'sets', 'new', 'letters'];
	for (const name of names) people.idOf(name, '2020-01-01');
	people.write(store);
	const slugs = store.prepare('SELECT slug FROM member ORDER BY slug').all();
	expect(slugs.map(({ slug }) => slug)).toEqual([
		'json-2',
		'letters',
		'new',
		'search-2',
		'sets',
		'tunes',
		'xml-2',
	]);
	const files = slugs.flatMap(({ slug }) =>
		(['json', 'xml'] as const).flatMap((form) => [
			memberFile(String(slug), form),
			...MEMBER_LISTS.map((list) => listFile(memberList(String(slug), list), 1, form)),
		]),
	);
	expect(new Set(files).size).toBe(files.length);
});
