import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book, KeptTune, TuneSet } from '../../../src/elements/my-tunes/book/format.ts';
import { mergeBooks } from '../../../src/elements/my-tunes/book/merge.ts';
import { readBackup, writeBackup } from '../../../src/elements/my-tunes/book/backup.ts';

const id = fc.integer({ min: 1, max: 6 });
const text = fc.constantFrom('', 'a', 'slow', 'slow in G');
const ref = fc.record({
	tune: id,
	setting: fc.option(id),
	name: text,
	type: fc.constantFrom('', 'reel'),
	key: fc.constant('E dorian'),
});
const day = fc.constantFrom('2026-11-01', '2026-11-02', '2026-12-01');
const kept: fc.Arbitrary<KeptTune> = fc
	.tuple(ref, text, fc.uniqueArray(day))
	.map(([tune, note, days]) => ({
		...tune,
		added: '2026-11-14T00:00:00.000Z',
		note,
		practised: days.sort(),
	}));
const set: fc.Arbitrary<TuneSet> = fc.record({
	id: fc.constantFrom('x', 'y', 'z'),
	name: text,
	order: fc.constant(1),
	entries: fc.array(ref, { maxLength: 3 }),
	note: text,
});
const book: fc.Arbitrary<Book> = fc
	.record({
		tunes: fc.uniqueArray(kept, { selector: ({ tune }) => tune }),
		sets: fc.uniqueArray(set, { selector: (one) => one.id }),
	})
	.map(({ tunes, sets }) => ({ tunes, sets: sets.map((one, n) => ({ ...one, order: n + 1 })) }));

test('nothing of either book is lost', () => {
	fc.assert(
		fc.property(book, book, (ours, theirs) => {
			const { book: both } = mergeBooks(ours, theirs);
			for (const tune of [...ours.tunes, ...theirs.tunes]) {
				const found = both.tunes.find((one) => one.tune === tune.tune);
				expect(found?.note).toContain(tune.note);
				expect(found?.practised).toEqual(expect.arrayContaining(tune.practised));
			}
			for (const one of [...ours.sets, ...theirs.sets])
				expect(both.sets).toContainEqual(
					expect.objectContaining({ name: one.name, note: one.note, entries: one.entries }),
				);
			expect(new Set(both.sets.map((one) => one.id)).size).toBe(both.sets.length);
			expect(both.sets.slice(0, ours.sets.length)).toEqual(ours.sets);
		}),
	);
});

test('the same book put in again changes nothing', () => {
	fc.assert(
		fc.property(book, book, (ours, theirs) => {
			const once = mergeBooks(ours, theirs);
			const again = mergeBooks(once.book, theirs);
			expect(again).toEqual({ book: once.book, newTunes: 0, newSets: 0, changedTunes: 0 });
		}),
	);
});

test('a file brings back the whole book', () => {
	fc.assert(
		fc.property(book, (ours) => {
			const read = readBackup(writeBackup(ours), '');
			expect(mergeBooks({ tunes: [], sets: [] }, read).book.sets).toEqual(ours.sets);
			expect(read.tunes).toEqual(ours.tunes.toSorted((a, b) => a.tune - b.tune));
		}),
	);
});
