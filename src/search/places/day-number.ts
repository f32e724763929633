import { dayBit, type Days } from './weekdays.ts';

/** Days since 1 January 2000: short in a file, easy to compare. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2000, 0, 1);
/** The weekday of 1 January 2000, counted from Monday. */
const FIRST_WEEKDAY = 5;

/** The day of a date in upstream's form. */
export function dayNumber(date: string): DayNumber {
	return Math.round((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - FIRST_MS) / DAY_MS);
}

/** The date in upstream's form, at midnight. */
export function dateOfDay(day: DayNumber): string {
	return `${new Date(FIRST_MS + day * DAY_MS).toISOString().slice(0, 10)} 00:00:00`;
}

/** The local calendar day at a moment, by this machine's clock. */
export function dayOfClock(now: Date): DayNumber {
	return Math.round(
		(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - FIRST_MS) / DAY_MS,
	);
}

/** 0 for Monday. */
export function weekdayOf(day: DayNumber): number {
	return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

/** The weekdays between two days, both included. */
export function weekdaysBetween(first: DayNumber, last: DayNumber): Days {
	let days: Days = 0;
	for (let day = first; day <= Math.min(last, first + 6); day++) days |= dayBit(weekdayOf(day));
	return days;
}
