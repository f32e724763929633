import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterTunes, moved, orderTunes } from '../../../src/elements/my-tunes/book/list-order.ts';
import { newlyKept } from '../../../src/elements/my-tunes/book/migrate.ts';
import { dayOf, practiceWords, withDay } from '../../../src/elements/my-tunes/book/practice.ts';

const tune = (id: number, name: string, type: string, added: string, practised: string[] = []) => ({
	...newlyKept({ tune: id, setting: null, name, type, key: 'D major' }, added),
	practised,
});

const BOOK = [
	tune(1, 'The Weir', 'reel', '2026-01-02', ['2026-03-01']),
	tune(2, 'Álainn', 'jig', '2026-01-03'),
	tune(3, 'Gannet', 'reel', '2026-01-01', ['2026-02-01', '2026-04-01']),
];

const ids = (tunes: readonly { tune: number }[]): number[] => tunes.map((one) => one.tune);

test('orders', () => {
	expect(ids(orderTunes(BOOK, 'name'))).toEqual([2, 3, 1]);
	expect(ids(orderTunes(BOOK, 'added'))).toEqual([2, 1, 3]);
	expect(ids(orderTunes(BOOK, 'practised'))).toEqual([2, 1, 3]);
});

test('filters by words in any place, accents or not, and by type', () => {
	expect(ids(filterTunes(BOOK, 'alainn', ''))).toEqual([2]);
	expect(ids(filterTunes(BOOK, 'major we', ''))).toEqual([1]);
	expect(ids(filterTunes(BOOK, '', 'reel'))).toEqual([1, 3]);
});

test('a thing that is moved is the only one that is', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(), { minLength: 1 }),
			fc.nat(30),
			fc.integer({ min: -5, max: 40 }),
			(list, from, to) => {
				const after = moved(list, from, to);
				const thing = list[from];
				expect(after.filter((one) => one !== thing)).toEqual(list.filter((one) => one !== thing));
				const last = list.length - 1;
				if (thing !== undefined) expect(after.indexOf(thing)).toBe(Math.max(0, Math.min(to, last)));
			},
		),
	);
});

test('days of practice', () => {
	expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
	expect(withDay(['2026-01-05'], '2026-01-05')).toEqual(['2026-01-05']);
	expect(practiceWords([], '2026-01-05')).toBe('not practised yet');
	expect(practiceWords(['2026-01-05'], '2026-01-05')).toBe('practised once, today');
	expect(practiceWords(['2026-01-01', '2026-01-04'], '2026-01-05')).toBe(
		'practised 2 times, last yesterday',
	);
	expect(practiceWords(['2025-01-01'], '2026-01-05')).toBe('practised once, on 2025-01-01');
});
