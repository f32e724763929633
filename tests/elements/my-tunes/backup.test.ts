import { expect, test } from 'vitest';
import { readBackup, writeBackup } from '../../../src/elements/my-tunes/book/backup.ts';

const NOW = '2026-11-14T12:00:00.000Z';

test('a file of version 1 is still read', () => {
	const old = JSON.stringify({ format: 'session-mirror-mine', version: 1, favourites: [27, 5] });
	expect(readBackup(old, NOW).tunes.map(({ tune, added }) => [tune, added])).toEqual([
		[27, NOW],
		[5, NOW],
	]);
});

test('a file says whose data it names', () => {
	expect(writeBackup({ tunes: [], sets: [] })).toContain('ODbL 1.0, not for language models');
});

const file = (content: object): string =>
	JSON.stringify({ format: 'session-mirror-mine', version: 2, tunes: [], sets: [], ...content });

for (const [what, text, sentence] of [
	['no JSON', 'X: 1', /not JSON/],
	['an empty list', '[]', /damaged/],
	['other JSON', '{"tunes":[1]}', /not a file of/],
	['a newer version', file({ version: 3 }), /newer version/],
	['no list', file({ tunes: {} }), /damaged/],
	['no number', file({ tunes: [{ tune: '27' }] }), /damaged/],
	['a note that is no text', file({ tunes: [{ tune: 27, note: 5 }] }), /damaged/],
	['a day that is none', file({ tunes: [{ tune: 27, practised: ['soon'] }] }), /damaged/],
	['a broken set', file({ sets: [{ id: 'x', name: 'x', entries: [null] }] }), /damaged/],
] as const) {
	test(`${what} is refused whole`, () => {
		expect(() => readBackup(text, NOW)).toThrow(sentence);
	});
}
