import { describe, expect, it } from 'vitest';
import { columnOf, compareBy, hasWords } from '../../src/elements/row-order.ts';
import { COLUMNS } from '../../src/site/views/list-rows.ts';

const sorted = (column: string, texts: string[]) => texts.toSorted(compareBy(columnOf(column)));

describe('the lines of a list', () => {
	it('are sorted by name without articles and accents, what is empty last', () => {
		expect(sorted('name', ['The Weir', 'Óró', '', 'An Abhainn', 'Oak'])).toEqual([
			'An Abhainn',
			'Oak',
			'Óró',
			'The Weir',
			'',
		]);
	});

	it('are sorted by what is counted, the most first and nothing last', () => {
		const texts = ['9 tunebooks', '', '1,234 tunebooks', '12 tunebooks'];
		expect(sorted('tunebooks', texts)).toEqual([
			'1,234 tunebooks',
			'12 tunebooks',
			'9 tunebooks',
			'',
		]);
	});

	it('are sorted by date, the newest first and no date last', () => {
		const texts = ['2 May 2020', '', '10 April 2021', '1 May 2020', '28 February 2021'];
		expect(sorted('date', texts)).toEqual([
			'10 April 2021',
			'28 February 2021',
			'2 May 2020',
			'1 May 2020',
			'',
		]);
	});

	it('have columns that are known to be counted or dated', () => {
		const ends = Object.values(COLUMNS).map((columns) => columns.at(-1));
		const kinds = ends.filter((name) => name !== '').map((name) => columnOf(name ?? ''));
		expect(kinds).not.toContain('named');
	});
});

describe('a filter', () => {
	it.each([
		['', true],
		['   ', true],
		['heron', true],
		['HERON', true],
		['weir her', true],
		['slip d maj', true],
		['eron', false],
		['heron reel', false],
		['***', true],
	])('%j: %s', (words, fits) => {
		expect(hasWords(words)('The Héron at the Weir slip jig D major')).toBe(fits);
	});
});
