import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as addresses from '../../src/core/addresses.ts';
import { KINDS } from '../../src/core/kinds.ts';

describe('parseThing', () => {
	it.each([
		['https://thesession.org/tunes/27', 'tunes', 27, ''],
		['https://thesession.org/tunes/27#setting9', 'tunes', 27, 'setting9'],
		['http://www.thesession.org/recordings/324/', 'recordings', 324, ''],
		[
			'https://thesession.org/discussions/10525/index.html#comment7',
			'discussions',
			10525,
			'comment7',
		],
		['https://thesession.org/x/../events/3', 'events', 3, ''],
		['https://thesession.org\\sessions\\35', 'sessions', 35, ''],
		['https://thesession.org/tunes/27?', 'tunes', 27, ''],
	])('%s', (url, kind, id, anchor) => {
		expect(addresses.parseThing(new URL(url))).toEqual({ kind, id, anchor });
	});

	it.each([
		'https://thesession.org/',
		'https://thesession.org/tunes',
		'https://thesession.org/tunes/',
		'https://thesession.org/tunes/new',
		'https://thesession.org/tunes/27/add',
		'https://thesession.org/tunes/27/abc/1',
		'https://thesession.org/tunes/27?format=json',
		'https://thesession.org/tunes/27/index.html/',
		'https://thesession.org/tunes/27index.html',
		'https://thesession.org/tunes/1234567890',
		'https://thesession.org/tunes/-1',
		'https://thesession.org/tunes/1e3',
		'https://thesession.org/tunes/%32%37',
		'https://thesession.org//tunes/27',
		'https://thesession.org/Tunes/27',
		'https://thesession.org/members/3',
		'https://thesession.org/constructor/27',
		'https://thesession.org/tunes/27%00',
		'https://thesession.org/tunes/27\u2028',
		'javascript:/tunes/27//',
	])('%s is no thing', (url) => {
		expect(addresses.parseThing(new URL(url))).toBeUndefined();
	});

	it('reads back what thing(), setting() and comment() write', () => {
		const ref = fc.record({
			kind: fc.constantFrom(...KINDS),
			id: fc.integer({ min: 1, max: 999_999_999 }),
		});
		fc.assert(
			fc.property(ref, fc.integer({ min: 1, max: 999_999_999 }), (thing, part) => {
				const read = (address: string) =>
					addresses.parseThing(new URL(addresses.original(address)));
				expect(read(addresses.thing(thing))).toEqual({ ...thing, anchor: '' });
				expect(read(addresses.comment(thing, part))).toEqual({
					...thing,
					anchor: addresses.commentAnchor(part),
				});
				expect(read(addresses.setting(thing.id, part))).toEqual({
					kind: 'tunes',
					id: thing.id,
					anchor: addresses.settingAnchor(part),
				});
			}),
		);
	});
});

it('puts addresses under a base path', () => {
	expect(addresses.withBase('/', '/tunes/27')).toBe('/tunes/27');
	expect(addresses.withBase('/session-mirror/', '/tunes/27')).toBe('/session-mirror/tunes/27');
	expect(addresses.withBase('/session-mirror/', addresses.home())).toBe('/session-mirror/');
});

it('names the original page without a trailing slash', () => {
	expect(addresses.original('/tunes/27')).toBe('https://thesession.org/tunes/27');
	expect(addresses.original('/tunes/')).toBe('https://thesession.org/tunes');
	expect(addresses.original('/')).toBe('https://thesession.org/');
});

it.each([
	['F#minor', '/tunes/keys/minor/F-sharp'],
	['Bbmajor', '/tunes/keys/major/B-flat'],
	['Bminor', '/tunes/keys/minor/B'],
	['Edorian', '/tunes/keys/dorian/E'],
	['nonsense', undefined],
])('the key list of %s is %s', (mode, address) => {
	expect(addresses.tuneKey(mode)).toBe(address);
});

it.each([
	[addresses.listPage(addresses.popularTunes(), 1), '/tunes/popular'],
	[addresses.listPage(addresses.popularTunes(), 2), '/tunes/popular/2'],
	[addresses.tuneType('slip jig'), '/tunes/types/slip-jig'],
	[addresses.area('sessions', 'ireland', 'clare'), '/sessions/countries/ireland/clare'],
	[addresses.member('seamus'), '/members/seamus'],
	[addresses.memberList('seamus', 'sets'), '/members/seamus/sets'],
	[addresses.calendar(3), '/events/3.ics'],
])('%s', (address, expected) => {
	expect(address).toBe(expected);
});
