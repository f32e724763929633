import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLines, encodeLines } from '../../../src/elements/map/land-code.ts';

test('a small step takes a letter', () => {
	expect(
		encodeLines([
			[[1, -1]],
			[
				[0, 0],
				[15, 16],
			],
		]),
	).toBe('CB AAegB');
	expect(decodeLines('CB AAegB')).toEqual([
		[[1, -1]],
		[
			[0, 0],
			[15, 16],
		],
	]);
	expect(decodeLines('')).toEqual([]);
});

test('lines come back as they were', () => {
	const coordinate = fc.integer({ min: -(2 ** 20), max: 2 ** 20 });
	const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(fc.array(line), (lines) => {
			const text = encodeLines(lines);
			expect(text).toMatch(/^[\w -]*$/);
			expect(decodeLines(text)).toEqual(lines);
		}),
	);
});
