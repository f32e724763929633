import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	readRefs,
	readShared,
	refOf,
	writeRefs,
	writeShared,
} from '../../../src/elements/my-tunes/book/tune-refs.ts';

const id = fc.integer({ min: 1, max: 999_999_999 });
const ref = fc.record({ tune: id, setting: fc.option(id) });

test('a link brings the same numbers', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(ref, { selector: (one) => writeRefs([one]) }),
			fc.array(fc.array(ref, { minLength: 1 })),
			(tunes, sets) => {
				const query = writeShared({ tunes, sets });
				expect(readShared(query)).toEqual(
					tunes.length + sets.length > 0 ? { tunes, sets } : undefined,
				);
				expect(query).toMatch(/^[a-z\d,@=&]*$/);
			},
		),
	);
});

test('links and numbers', () => {
	for (const [word, tune, setting] of [
		['27', 27, null],
		['27@41', 27, 41],
		['tunes/27', 27, null],
		['https://thesession.org/tunes/27#setting41', 27, 41],
		['https://thesession.org/tunes/27?x=1#setting41', 27, 41],
		['https://mirror.example/base/tunes/27.html#comment9', 27, null],
		['https://thesession.org/tunes/27/', 27, null],
	] as const)
		expect(refOf(word), word).toEqual({ tune, setting });
	for (const word of ['', '0', 'heron', 'https://thesession.org/recordings/27', 'x27', '27x'])
		expect(refOf(word), word).toBeUndefined();
});

test('each once, and what names no tune left out', () => {
	expect(writeRefs(readRefs('27, 198@5;27  x 0 198'))).toBe('27,198@5,198');
	expect(readShared('?q=1')).toBeUndefined();
});
