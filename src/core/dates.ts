/** Upstream's dates, `YYYY-MM-DD HH:MM:SS` without a time zone, are read as UTC and kept in that form. */
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** The years in which the date of a thing or an upcoming event can lie. */
const YEARS = { first: 1900, last: 2100 };

const TIME =
	/(?:[T ,]|\s+at)\s*(?<hour>\d{1,2})(?::?(?<minute>\d{2}))?(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/iu;

const DAYS = [
	/^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/u,
	/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u,
	/^(?<one>\d{1,2})([-/.])(?<two>\d{1,2})\2(?<year>\d{4})$/u,
	/^(?:[a-z]+,? )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/iu,
	/^(?:[a-z]+,? )?(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/iu,
];

/** The result of reading a date: the date in upstream's form, or why it could not be read. */
export type DateRead = { date: string } | { fault: 'not a date' | 'day and month in doubt' };

/**
 * Reads a date in upstream's form, in ISO 8601 or in English words, with or without a time. An offset is
 * converted to UTC, and 24:00 becomes the next day's midnight. `02/05/2021` is ambiguous, `25/12/2021` is
 * not.
 */
export function readDate(value: string): DateRead {
	if (value.length > LONGEST) return NOT_A_DATE;
	const text = value.trim().replace(/\s+/g, ' ');
	const time = dayOf(text) ? null : TIME.exec(text);
	const day = dayOf(time ? text.slice(0, time.index) : text);
	if (!day) return NOT_A_DATE;
	if (day === 'in doubt') return { fault: 'day and month in doubt' };
	const seconds = time ? secondsOf(time.groups ?? {}) : 0;
	const start = Date.UTC(day.year, day.month - 1, day.day);
	// A two-digit year would be read as one of the last century.
	const isDay = day.year > 99 && new Date(start).getUTCMonth() === day.month - 1 && day.day > 0;
	if (seconds === undefined || !isDay) return NOT_A_DATE;
	const date = new Date(start + seconds * 1000);
	const year = date.getUTCFullYear();
	if (year < YEARS.first || year > YEARS.last) return NOT_A_DATE;
	return { date: date.toISOString().slice(0, 19).replace('T', ' ') };
}

const NOT_A_DATE: DateRead = { fault: 'not a date' };

/** Length of the longest form, in characters. */
const LONGEST = 60;

/** The date in upstream's form, or undefined when it is not a date, is impossible or is ambiguous. */
export function normaliseDate(value: string): string | undefined {
	const read = readDate(value);
	return 'date' in read ? read.date : undefined;
}

function dayOf(
	text: string,
): { year: number; month: number; day: number } | 'in doubt' | undefined {
	const parts = DAYS.map((form) => form.exec(text.trim())?.groups).find((groups) => groups);
	if (!parts) return undefined;
	const { year, month, day, one, two, name } = parts;
	if (name !== undefined) {
		const at = MONTHS.findIndex((full) => isShortened(name.toLowerCase(), full.toLowerCase()));
		return at === -1 ? undefined : { year: Number(year), month: at + 1, day: Number(day) };
	}
	if (one === undefined) return { year: Number(year), month: Number(month), day: Number(day) };
	const [first, second] = [Number(one), Number(two)];
	if (first !== second && first <= 12 && second <= 12) return 'in doubt';
	return { year: Number(year), month: Math.min(first, second), day: Math.max(first, second) };
}

const isShortened = (name: string, full: string): boolean =>
	full.startsWith(name) || (name === 'sept' && full === 'september');

/** Seconds after midnight UTC; undefined when there is no such time of day. */
function secondsOf(parts: Record<string, string | undefined>): number | undefined {
	const { half, zone, minute = '0', second = '0' } = parts;
	if (half === undefined && parts['minute'] === undefined) return undefined;
	let hour = Number(parts['hour']);
	if (half !== undefined) {
		if (hour < 1 || hour > 12) return undefined;
		hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
	}
	const clock = hour * 3600 + Number(minute) * 60 + Number(second);
	if (Number(minute) > 59 || Number(second) > 59 || clock > 86_400) return undefined;
	return clock - offsetOf(zone);
}

/** Seconds east of UTC. */
function offsetOf(zone = 'Z'): number {
	const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	if (!match) return 0;
	const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
	return match[1] === '-' ? -seconds : seconds;
}

/** `2021-05-03 08:00:00` → `2021-05-03T08:00:00Z` */
export function isoDate(date: string): string {
	return `${date.replace(' ', 'T')}Z`;
}

/** `2021-05-03 08:00:00` → `3 May 2021` */
export function longDate(date: string): string {
	const [year, month, day] = date.slice(0, 10).split('-');
	return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2021-05-03 19:30:00` → `19:30`; undefined at midnight, which upstream writes for "no time". */
export function timeOfDay(date: string): string | undefined {
	const time = date.slice(11, 16);
	return time === '' || time === '00:00' ? undefined : time;
}

/** `3 May 2030`, `3 – 5 May 2030` and so on. */
export function eventDays(starts: string, ends: string | null): string {
	const last = lastDay(starts, ends);
	return last === undefined ? longDate(starts) : `${shortened(starts, last)} – ${longDate(last)}`;
}

/** The end, if it is on a later day than the start. */
export function lastDay(starts: string, ends: string | null): string | undefined {
	return ends !== null && ends.slice(0, 10) > starts.slice(0, 10) ? ends : undefined;
}

/** The first of two dates, without the parts that the second repeats. */
function shortened(starts: string, ends: string): string {
	const words = longDate(starts).split(' ');
	if (starts.slice(0, 7) === ends.slice(0, 7)) return words.slice(0, 1).join(' ');
	return starts.slice(0, 4) === ends.slice(0, 4) ? words.slice(0, 2).join(' ') : words.join(' ');
}
