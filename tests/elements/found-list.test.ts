import { expect, test } from 'vitest';
import { FoundList } from '../../src/elements/search/found-list.ts';
import type { Found } from '../../src/elements/search/full-text.ts';

const found = (...dates: string[]): Found[] =>
	dates.map((date) => ({
		load: () => Promise.resolve({ url: date, title: date, subtitle: '', date, excerpt: '' }),
	}));

const take = async (list: FoundList, most: number): Promise<string[]> =>
	(await list.take(most)).map(({ date }) => date);

test('one list follows the other', async () => {
	const list = new FoundList(false);
	list.add(found('2004', '2001'));
	list.add([]);
	list.add(found('2005'));
	expect(list.size).toBe(3);
	expect(await take(list, 1)).toEqual(['2004']);
	expect(await take(list, 9)).toEqual(['2001', '2005']);
	expect(list.size).toBe(0);
});

test('by date, lists are merged', async () => {
	const list = new FoundList(true);
	list.add(found('2004', '2001'));
	list.add(found('2005', '2002', '2001'));
	expect(await take(list, 3)).toEqual(['2005', '2004', '2002']);
	expect(await take(list, 9)).toEqual(['2001', '2001']);
});
