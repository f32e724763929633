import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressSegment, freeSegment } from '../../src/store/address-segment.ts';
import { spellingKey } from '../../src/core/spellings.ts';

const HOSTILE = [
	...['slip/jig', 'slip jig', '..', '.', '...', 'CON', 'con.', 'nul', 'COM1', 'reel?x=1', 'reel'],
	...['🎻', '🪕', '%2e', '2e', 'REEL!', 'reel.', 'reel ', 'index', 'Index!', '2', '02', '२', '-1'],
	...['new', 'popular', 'letters', 'json', 'xml', 'years', 'a'.repeat(300), `${'a'.repeat(299)}b`],
	...[
		'C#',
		'C',
		'C++',
		'Иван',
		'Ивай',
		'曲',
		'Иван Heron',
		'Heron',
		'Петр Heron',
		'Clare',
		'Co. Clare',
	],
	...[
		'heron-1bc04b52',
		'xea91843a',
		'\u0000',
		'\n',
		'"',
		"'",
		'<',
		'&',
		'__proto__',
		'constructor',
	],
	...[
		'é'.repeat(200),
		'\u{1F600}'.repeat(90),
		'\uD800',
		'Unknown',
		'NULL',
		'?',
		'\\',
		'a\\b',
		'a:b',
	],
];

describe('the segment of a name', () => {
	it.each(HOSTILE)('%j is one clean segment', (name) => {
		const segment = addressSegment(name);
		expect(segment).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(90);
		expect(segment).not.toMatch(/^(index|con|nul|com1|\d+)$/);
	});

	it('tells apart whatever differs, and nothing that is one name', () => {
		const byKey = Map.groupBy(HOSTILE, spellingKey);
		const segments = [...byKey.values()].map(
			(names) => new Set(names.map((n) => addressSegment(n))),
		);
		for (const each of segments) expect(each.size).toBe(1);
		expect(new Set(segments.flatMap((each) => [...each])).size).toBe(byKey.size);
	});

	it('is one for one key, and two for two, whatever people write', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 30 });
		fc.assert(
			fc.property(text, text, (a, b) => {
				const isOne = spellingKey(a) === spellingKey(b);
				expect(addressSegment(a) === addressSegment(b)).toBe(isOne);
			}),
		);
	});

	it.each([
		['Nell Ó Cuinn', 'nell-o-cuinn'],
		['County Clare', 'county-clare'],
		['2', '2-d4735e3a'],
	])('%s has the address %s', (name, segment) => {
		expect(addressSegment(name)).toBe(segment);
	});

	it('is not what means something else there', () => {
		expect(addressSegment('Unknown')).toBe('unknown');
		expect(addressSegment('Unknown', ['unknown'])).toMatch(/^unknown-[\da-f]{8}$/);
	});
});

it('gives every name a segment of its own, in whatever order they come', () => {
	const taken = new Set<string>();
	const segments = [...HOSTILE, ...HOSTILE.map((name) => `${name}!`)].map((name) =>
		freeSegment(name, taken),
	);
	expect(new Set(segments).size).toBe(segments.length);
	for (const segment of segments) expect(segment).toMatch(/^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/);
});
