import { describe, expect, test } from 'vitest';
import { needsHomeScreen } from '../../src/elements/offline/iphone.ts';
import { Pace } from '../../src/elements/offline/pace.ts';
import { progressWords, sizeWords } from '../../src/elements/offline/pack-words.ts';
import { dayWords } from '../../src/elements/offline/update-panel.ts';
import { bytesWords, leftWords, percentWords } from '../../src/elements/offline/words.ts';

describe('sizes', () => {
	test.each([
		[0, '0 bytes'],
		[999, '999 bytes'],
		[412_345, '412 KB'],
		[999_499, '999 KB'],
		[999_500, '1 MB'],
		[2_840_000, '2.8 MB'],
		[45_060_000, '45.1 MB'],
		[999_960_000, '1 GB'],
		[2_140_000_000, '2.1 GB'],
	])('%d is %s', (bytes, words) => expect(bytesWords(bytes)).toBe(words));

	test('a hundred per cent is the end, and nothing is all of nothing', () => {
		expect(percentWords(999, 1000)).toBe('99 %');
		expect(percentWords(1000, 1000)).toBe('100 %');
		expect(percentWords(0, 0)).toBe('100 %');
	});
});

test('what is left is told in steps', () => {
	expect([3, 11, 20, 54, 56, 61, 3540, 7000].map(leftWords)).toEqual([
		'a few seconds left',
		'20 seconds left',
		'20 seconds left',
		'1 minute left',
		'1 minute left',
		'2 minutes left',
		'59 minutes left',
		'about 2 hours left',
	]);
});

test('a day has its year when it is another', () => {
	const now = new Date(2026, 10, 24).getTime();
	expect(dayWords(new Date(2026, 10, 12).getTime(), now)).toBe('12 November');
	expect(dayWords(new Date(2025, 10, 12).getTime(), now)).toBe('12 November 2025');
});

describe('pace', () => {
	test('follows the last ten seconds', () => {
		const pace = new Pace();
		for (let second = 0; second <= 30; second++)
			pace.note(second < 15 ? second * 1000 : 15_000 + (second - 15) * 100, second * 1000);
		expect(pace.rate).toBeCloseTo(100);
	});

	test('says nothing too early, when nothing comes, and after a new start', () => {
		const pace = new Pace();
		pace.note(0, 0);
		pace.note(500, 500);
		expect(pace.rate).toBeUndefined();
		pace.note(500, 12_000);
		pace.note(500, 14_000);
		expect(pace.rate).toBeUndefined();
		pace.note(0, 15_000);
		expect(pace.rate).toBeUndefined();
	});
});

describe('a pack', () => {
	const pack = {
		id: 'tunes/reel',
		group: 'tunes',
		name: 'Reels',
		bundles: [],
		things: 6512,
	} as const;
	const state = {
		pack: { ...pack, bundles: [] },
		bytes: 12_000_000,
		missing: 12_000_000,
		shared: 0,
		here: 0,
		beside: 0,
		begun: 0,
		isKept: false,
		lacks: [],
	};

	test('says what it takes, and what of it is there for another one', () => {
		expect(sizeWords(state)).toBe('6,512 tunes, 12 MB');
		expect(sizeWords({ ...state, missing: 9_000_000, shared: 3_000_000 })).toBe(
			'6,512 tunes, 12 MB, 3 MB of it kept already',
		);
		expect(sizeWords({ ...state, missing: 0, isKept: true })).toBe('6,512 tunes, 12 MB kept');
	});

	test('says how its download goes', () => {
		const progress = { done: 1_200_000, total: 2_800_000, rate: 310_000, isElsewhere: false };
		expect(progressWords(progress)).toBe(
			'1.2 MB of 2.8 MB, 42 %, 310 KB a second, a few seconds left',
		);
		expect(progressWords({ ...progress, rate: undefined, isElsewhere: true })).toBe(
			'In another tab, 1.2 MB of 2.8 MB, 42 %',
		);
	});
});

describe('an iPhone or iPad', () => {
	const iphone =
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1';
	const mac =
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15';
	const android =
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';

	test.each([
		['iPhone in Safari', iphone, 5, false, true],
		['iPhone from the home screen', iphone, 5, true, false],
		['iPad, which calls itself a Mac', mac, 5, false, true],
		['Mac', mac, 0, false, false],
		['Android', android, 5, false, false],
	])('%s', (_, userAgent, maxTouchPoints, isStandalone, needs) => {
		expect(needsHomeScreen({ userAgent, maxTouchPoints, isStandalone })).toBe(needs);
	});
});
