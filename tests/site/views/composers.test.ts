import { expect, test } from 'vitest';
import { listViewAt } from '../../../src/site/views/list-paths.ts';
import { listsOf } from '../../../src/site/views/lists/of-section.ts';
import { madeStore } from '../../store/made-store.ts';

test('a composer of two tunes has a page, one of a single tune leads to it', () => {
	const store = madeStore({
		tune: [
			{ id: 1, composer: 'Nell Ó Cuinn', composer_slug: 'nell-o-cuinn', tunebooks: 10 },
			{ id: 2, composer: 'Nell O Cuinn', composer_slug: 'nell-o-cuinn' },
			{ id: 3, composer: 'Nell Ó Cuinn', composer_slug: 'nell-o-cuinn', tunebooks: 20 },
			{ id: 4, composer: 'The Ferryman', composer_slug: 'the-ferryman', name: 'The Oar' },
			{ id: 5 },
		],
	});
	const letter = (name: string) =>
		listViewAt(store, 'tunes', { list: `/tunes/composers/letters/${name}`, n: 1 }).lines;
	expect(letter('n')).toEqual([
		{ name: 'Nell Ó Cuinn', address: '/tunes/composers/nell-o-cuinn', facts: [''], end: '3 tunes' },
	]);
	expect(letter('f')).toEqual([
		{ name: 'The Ferryman', address: '/tunes/4', facts: ['The Oar'], end: '1 tune' },
	]);
	const theirs = listViewAt(store, 'tunes', { list: '/tunes/composers/nell-o-cuinn', n: 1 });
	expect(theirs.lines.map((line) => line.address)).toEqual(['/tunes/3', '/tunes/1', '/tunes/2']);
	expect(listsOf(store, 'tunes').has('/tunes/composers/the-ferryman')).toBe(false);
});

test('the list of a composer is printed and searched under their name, the list of composers is neither', () => {
	const composed = { composer: 'Nell Ó Cuinn', composer_slug: 'nell-o-cuinn' };
	const store = madeStore({
		tune: Array.from({ length: 101 }, (_, i) => ({ id: i + 1, ...composed })),
	});
	const theirs = listViewAt(store, 'tunes', { list: '/tunes/composers/nell-o-cuinn', n: 2 });
	expect(theirs).toMatchObject({
		tunebook: '/tunebook?tunes=101',
		search: { name: 'Search all 101 tunes by Nell Ó Cuinn' },
	});
	const letter = listViewAt(store, 'tunes', { list: '/tunes/composers/letters/n', n: 1 });
	expect(letter).toMatchObject({ tunebook: null, search: null });
});
