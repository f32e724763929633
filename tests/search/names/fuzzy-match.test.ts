import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isNearlyArticle,
	fuzzyMatch,
	unharmedPieces,
} from '../../../src/search/names/fuzzy-match.ts';

/** Optimal string alignment, the plain way: a full table. */
function editsBetween(a: string, b: string): number {
	const table = Array.from({ length: a.length + 1 }, (_, i) =>
		Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
	);
	const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let edits = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				edits = Math.min(edits, at(i - 2, j - 2) + 1);
			table[i]?.splice(j, 1, edits);
		}
	}
	return at(a.length, b.length);
}

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 10 });

describe('fuzzyMatch', () => {
	it('is what a full table says of the whole text and of its beginnings', () => {
		fc.assert(
			fc.property(name, name, fc.constantFrom(1 as const, 2 as const), (typed, text, most) => {
				const padded = `xx${text}yy`;
				const found = fuzzyMatch(typed, padded, 2, 2 + text.length, most);
				const beginnings = Array.from({ length: text.length + 1 }, (_, n) => text.slice(0, n));
				const least = Math.min(...beginnings.map((beginning) => editsBetween(typed, beginning)));
				if (least > most) expect(found).toBeUndefined();
				else expect(found).toEqual({ edits: least, whole: editsBetween(typed, text) === least });
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('unharmedPieces', () => {
	it('leaves one piece of a text with one edit in its place, give or take that edit', () => {
		const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		const longer = fc.string({ unit: letter, minLength: 5, maxLength: 14 });
		fc.assert(
			fc.property(longer, fc.nat(), fc.nat(3), letter, (text, spot, kind, other) => {
				const n = spot % text.length;
				const edited = [...text];
				if (kind === 0) edited.splice(n, 1);
				else if (kind === 1) edited.splice(n, 0, other);
				else if (kind === 2) edited.splice(n, 1, other);
				else edited.splice(n, 2, ...edited.slice(n, n + 2).reverse());
				const typed = edited.join('');
				const pieces = unharmedPieces(typed, typed.length >= 9 ? 2 : 1);
				const unharmed = pieces.filter(({ letters, offset }) =>
					[-1, 0, 1].some((by) => offset + by >= 0 && text.startsWith(letters, offset + by)),
				);
				expect(unharmed).not.toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});
});

it('knows an article with a typo', () => {
	expect(['teh', 'thhe', 'hte', 'th', 'tje', 'ann'].filter(isNearlyArticle)).toHaveLength(6);
	expect(['heron', 'toss', 'fox'].filter(isNearlyArticle)).toEqual([]);
});
