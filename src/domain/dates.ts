/**
 * Upstream's dates, `YYYY-MM-DD HH:MM:SS` without a zone, are read as UTC and kept in that form.
 */
const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?(?:\.\d+)?Z?$/;

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** The date in upstream's form, or undefined when it is none or impossible. */
export function normaliseDate(value: string): string | undefined {
	const match = FORM.exec(value.trim());
	if (!match) return undefined;
	const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
	const text = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
	const parsed = new Date(`${text.replace(' ', 'T')}Z`);
	if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text.slice(0, 10)) {
		return undefined;
	}
	return text;
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

/** `3 May 2030`, `3 – 5 May 2030` and the like. */
export function eventDays(starts: string, ends: string | null): string {
	const last = lastDay(starts, ends);
	return last === undefined ? longDate(starts) : `${shortened(starts, last)} – ${longDate(last)}`;
}

/** When it ends, if that is on another day. */
export function lastDay(starts: string, ends: string | null): string | undefined {
	return ends !== null && ends.slice(0, 10) > starts.slice(0, 10) ? ends : undefined;
}

/** The first of two dates, without what it shares with the second. */
function shortened(starts: string, ends: string): string {
	const words = longDate(starts).split(' ');
	if (starts.slice(0, 7) === ends.slice(0, 7)) return words.slice(0, 1).join(' ');
	return starts.slice(0, 4) === ends.slice(0, 4) ? words.slice(0, 2).join(' ') : words.join(' ');
}
