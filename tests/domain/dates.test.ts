import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, longDate, normaliseDate, timeOfDay } from '../../src/domain/dates.ts';

describe('normaliseDate', () => {
	it.each([
		['2021-05-03 08:00:00', '2021-05-03 08:00:00'],
		['2021-05-03T08:00:00Z', '2021-05-03 08:00:00'],
		['2021-05-03T08:00:00.123Z', '2021-05-03 08:00:00'],
		['2021-05-03 08:00', '2021-05-03 08:00:00'],
		['2021-05-03', '2021-05-03 00:00:00'],
		[' 2021-05-03 08:00:00 ', '2021-05-03 08:00:00'],
		['2024-02-29 00:00:00', '2024-02-29 00:00:00'],
	])('%j is %j', (value, date) => {
		expect(normaliseDate(value)).toBe(date);
	});

	it.each([
		'',
		'0000-00-00 00:00:00',
		'2023-02-29 00:00:00',
		'2021-02-30',
		'2021-13-01',
		'2021-00-10',
		'2021-05-32',
		'2021-05-03 24:00:00',
		'2021-05-03 23:60:00',
		'2021-05-03 23:00:61',
		'2021-05-03T08:00:00+02:00',
		'3 May 2021',
		'20210503',
		'21-05-03',
		'2021-5-3',
		'2021-05-03 08:00:00; DROP TABLE tune',
		'NULL',
	])('%j is none', (value) => {
		expect(normaliseDate(value)).toBeUndefined();
	});

	it('agrees with the calendar on every day, and leaves its own form alone', () => {
		const date = fc.date({
			min: new Date('0001-01-01T00:00:00Z'),
			max: new Date('9999-12-31T23:59:59Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(date, (moment) => {
				const text = moment.toISOString().slice(0, 19).replace('T', ' ');
				expect(normaliseDate(moment.toISOString())).toBe(text);
				expect(normaliseDate(text)).toBe(text);
				expect(isoDate(text)).toBe(`${moment.toISOString().slice(0, 19)}Z`);
			}),
		);
	});
});

it('says a date in words', () => {
	expect(longDate('2021-05-03 08:00:00')).toBe('3 May 2021');
	expect(longDate('2024-12-31 00:00:00')).toBe('31 December 2024');
});

it('says a time, and none at midnight', () => {
	expect(timeOfDay('2021-05-03 19:30:00')).toBe('19:30');
	expect(timeOfDay('2021-05-03 00:00:00')).toBeUndefined();
	expect(timeOfDay('2021-05-03')).toBeUndefined();
});
