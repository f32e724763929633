import { expect, test } from 'vitest';
import { searchedThings } from '../../../src/pipeline/index/searched-things.ts';
import { madeStore } from '../../store/made-store.ts';

test('the spellings of a composer that share a page are one value, that of the page', () => {
	const spelt = (id: number, composer: string) => ({ id, composer, composer_slug: 'nell-o-cuinn' });
	const store = madeStore({
		tune: [
			spelt(1, 'Nell O Cuinn'),
			spelt(2, 'Nell Ó Cuinn'),
			spelt(3, 'Nell Ó Cuinn'),
			{ id: 4, composer: '曲', composer_slug: 'x5b8c' },
			{ id: 5 },
		],
	});
	const { kinds, choices } = searchedThings(store);
	expect(kinds.tunes.map(({ filters }) => filters['composer'])).toEqual([
		['Nell Ó Cuinn'],
		['Nell Ó Cuinn'],
		['Nell Ó Cuinn'],
		['曲'],
		undefined,
	]);
	expect(choices.composers).toEqual(['Nell Ó Cuinn', '曲']);
});
