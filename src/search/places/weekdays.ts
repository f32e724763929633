/** Monday first, as in schedules. */
export const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
] as const;

/** Weekdays as bits, Monday the lowest; 0 means unknown. */
export type Days = number;

const EVERY_DAY: Days = 0b111_1111;
const DAY_NAMES = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/giu;
const EVERY = /\b(every (day|night|evening)|daily|nightly|(seven|7) (days|nights))\b/iu;

/** The weekdays named anywhere in the lines of a schedule. */
export function daysOfSchedule(lines: readonly string[]): Days {
	let days: Days = 0;
	for (const line of lines) {
		if (EVERY.test(line)) return EVERY_DAY;
		for (const [, stem = ''] of line.matchAll(DAY_NAMES)) {
			days |= dayBit(
				WEEKDAYS.findIndex((name) => name.toLowerCase() === `${stem.toLowerCase()}day`),
			);
		}
	}
	return days;
}

/** The bit of a weekday, 0 for Monday. */
export function dayBit(weekday: number): Days {
	return 1 << weekday;
}

/** `Monday`, `Monday and Friday`, `Mon, Wed and Sun`, `Every day`; `` when unknown. */
export function daysWords(days: Days): string {
	if (days === EVERY_DAY) return 'Every day';
	const names = WEEKDAYS.filter((_, weekday) => (days & dayBit(weekday)) !== 0);
	const words = names.length > 2 ? names.map((name) => name.slice(0, 3)) : names;
	return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
}
