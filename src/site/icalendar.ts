/** One event of a calendar; dates in upstream's form, `YYYY-MM-DD HH:MM:SS`. */
export interface CalendarEvent {
	/** Globally unique and permanent. */
	uid: string;
	/** When this description was made. */
	stamp: string;
	starts: string;
	ends: string | null;
	summary: string;
	location: string | null;
	latitude: number | null;
	longitude: number | null;
	url: string;
}

/**
 * Events as an iCalendar file (RFC 5545). Midnight is upstream's "no time", so such an event takes whole
 * days. Times are floating: local time at the venue, whatever its time zone. A calendar with a name is meant
 * to be subscribed to (RFC 7986).
 */
export function calendarFile(events: readonly CalendarEvent[], name?: string): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//session-mirror//EN',
		...(name === undefined ? [] : subscription(name)),
		...events.flatMap(eventLines),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Used for an event that has no valid calendar form. */
export const EMPTY_CALENDAR = calendarFile([]);

function subscription(name: string): string[] {
	const text = escapeText(name);
	// Most programs know only the older property for the name.
	return [`NAME:${text}`, `X-WR-CALNAME:${text}`, 'REFRESH-INTERVAL;VALUE=DURATION:P1D'];
}

function eventLines(event: CalendarEvent): string[] {
	const { uid, stamp, starts, ends, summary, location, latitude, longitude, url } = event;
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${compact(stamp)}Z`,
		...duration(starts, ends),
		`SUMMARY:${escapeText(summary)}`,
		...(location === null ? [] : [`LOCATION:${escapeText(location)}`]),
		...(latitude === null || longitude === null ? [] : [`GEO:${latitude};${longitude}`]),
		`URL:${url}`,
		'END:VEVENT',
	];
}

function duration(starts: string, ends: string | null): string[] {
	const last = ends === null || ends < starts ? starts : ends;
	if (isMidnight(starts)) {
		// The end of whole days is exclusive.
		return [`DTSTART;VALUE=DATE:${day(starts)}`, `DTEND;VALUE=DATE:${day(nextDay(last))}`];
	}
	const end = last === starts ? [] : [`DTEND:${compact(isMidnight(last) ? nextDay(last) : last)}`];
	return [`DTSTART:${compact(starts)}`, ...end];
}

const isMidnight = (date: string): boolean => date.endsWith('00:00:00');
const compact = (date: string): string => date.replace(/[-:]/g, '').replace(' ', 'T');
const day = (date: string): string => compact(date).slice(0, 8);

function nextDay(date: string): string {
	const next = new Date(`${date.slice(0, 10)}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return `${next.toISOString().slice(0, 10)} 00:00:00`;
}

/** Escapes the characters that structure a calendar, and removes those that are not allowed. */
export function escapeText(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\\n')
		.replace(/[^\P{Cc}\t]/gu, '');
}

/** Folds a content line into pieces of at most 75 octets, never within a character. */
export function foldLine(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > 75) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}
