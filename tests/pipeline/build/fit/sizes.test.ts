import { expect, test } from 'vitest';
import { PARTS, partOf, type PartBytes } from '../../../../src/pipeline/build/fit/parts.ts';
import {
	outlook,
	ratiosOf,
	withSize,
	type SizeEntry,
} from '../../../../src/pipeline/build/fit/sizes.ts';

const week = (date: string, bytes: number, yielded = 0): SizeEntry => ({
	date,
	bytes,
	yielded,
	ratios: {},
});
const told = (...sizes: SizeEntry[]) => outlook({ format: 1, sizes }, 900_000_000);

test('nothing is said of a site with room, and the day of a full one from 85 % on', () => {
	expect(told()).toBeUndefined();
	expect(told(week('2026-11-21', 764_000_000))).toBeUndefined();
	expect(told(week('2026-11-21', 765_000_000))).toMatch(/765.0 MB of 900.0 MB \(85 %\).*not.* yet/);
	const grown = [800, 790, 780].map((n, i) => week(`2026-11-${21 - 7 * i}`, n * 1_000_000));
	grown[2] = week('2026-11-07', 780_000_000);
	expect(told(...grown)).toBe(
		'the site has 800.0 MB of 900.0 MB (89 %) and is full about 30 January 2027 if it grows as it did',
	);
	expect(told(week('2026-11-21', 790_000_000), week('2026-11-14', 800_000_000))).toMatch(
		/does not grow$/,
	);
});

test('a site that yields is told whole, and growth is that of the whole', () => {
	expect(told(week('2026-11-21', 880_000_000, 30_000_000))).toBe(
		'the site has 880.0 MB of 900.0 MB (98 %); whole it would have 910.0 MB',
	);
	expect(told(week('2026-11-21', 910_000_000, 30_000_000))).toMatch(/nothing is left to yield$/);
	const again = [week('2026-11-21', 870_000_000), week('2026-11-14', 800_000_000, 60_000_000)];
	expect(told(...again)).toContain('full about 12 December 2026');
});

test('a day has one entry, and a later day than that is of a history that was taken back', () => {
	const { sizes } = withSize(
		{ format: 1, sizes: [week('2026-11-28', 3), week('2026-11-21', 2), week('2026-11-14', 1)] },
		week('2026-11-21', 9),
	);
	expect(sizes.map(({ date, bytes }) => [date, bytes])).toEqual([
		['2026-11-21', 9],
		['2026-11-14', 1],
	]);
});

const bytesOf = (some: Partial<PartBytes>): PartBytes => ({
	...(Object.fromEntries(PARTS.map((part) => [part, 0])) as PartBytes),
	...some,
});

test('coefficients are corrected by what was measured', () => {
	const ratios = ratiosOf(
		{
			parts: bytesOf({ tunes: 1_000_000, api: 99_999, packs: 200_000 }),
			folded: 0,
			ratios: { tunes: 1.1, api: 1.2 },
		},
		bytesOf({ tunes: 1_050_000, api: 150_000, packs: 900_000 }),
	);
	expect(ratios).toEqual({ tunes: 1.155, api: 1.2, packs: 2 });
});

test('where threads fold, what that saved is corrected, and pages are not', () => {
	const ratios = ratiosOf(
		{ parts: bytesOf({ discussions: 600_000 }), folded: 400_000, ratios: { discussions: 1.05 } },
		bytesOf({ discussions: 640_000 }),
	);
	expect(ratios).toEqual({ discussions: 1.05, folded: 0.9 });
});

test.each([
	['tunes/27.html', 'tunes'],
	['discussions/12/index.html', 'discussions'],
	['discussions/12/2.html', 'discussions'],
	['discussions/folded/0.bin', 'discussions'],
	['discussions/new.html', 'lists'],
	['discussions/new/2.html', 'lists'],
	['discussions/years/2004.html', 'lists'],
	['members/ann.html', 'members'],
	['members/ann/index.html', 'members'],
	['members/ann/tunes.html', 'lists'],
	['members/index.html', 'lists'],
	['index.html', 'lists'],
	['tunes/27.json', 'api'],
	['discussions/json/12.json', 'api'],
	['tunes/new.rss', 'api'],
	['events/7.ics', 'calendars'],
	['sitemap-0.xml', 'sitemaps'],
	['pagefind/tunes-1/fragment/a.pf_fragment', 'search'],
	['packs/tunes-popular.abc.pack', 'packs'],
	['changes/ledger.json', 'other'],
	['names/popular.1.json', 'other'],
])('%s belongs to %s', (file, part) => {
	expect(partOf(file)).toBe(part);
});
