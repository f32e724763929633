#!/bin/sh
# "The first Friday at 20:00" loses its first date and its hour.
#
# Library: ts-ics 2.4.6, extendByRecurrenceRule (npm; github.com/Neuvernetzung/ts-ics)
# Compared with: ical.js 2.2.1
# Input: rules of RFC 5545 as sessions and festivals use them, from a start that the
#   rule itself names.
# Says otherwise: RFC 5545, 3.3.10: what a rule does not give, as the hour, comes from
#   DTSTART, DTSTART counts as the first date, BYMONTHDAY=-1 is the last day of a month,
#   and dates that do not exist (30 February) are skipped. ts-ics's README has no limits.
# Guessed: the dates are the same as those of ical.js.
# Behaviour: with BYDAY and a number, dates are at midnight and the start, which is later
#   that day, is missing. BYMONTHDAY=-1 is the day before the last. A rule that starts on
#   the 31st keeps to the 28th after February.
# Seen:
#   FREQ=MONTHLY;BYDAY=1FR;COUNT=3
#     ical.js: 2026-01-02T20, 2026-02-06T20, 2026-03-06T20
#     ts-ics:  2026-02-06T00, 2026-03-06T00, 2026-04-03T00
#   FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3
#     ical.js: 2026-01-31T20, 2026-02-28T20, 2026-03-31T20
#     ts-ics:  2026-02-27T20, 2026-03-30T20, 2026-04-29T20
#   FREQ=MONTHLY;COUNT=4
#     ical.js: 2026-01-31T20, 2026-03-31T20, 2026-05-31T20, 2026-07-31T20
#     ts-ics:  2026-01-31T20, 2026-02-28T20, 2026-03-28T20, 2026-04-28T20
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 ical.js@2.2.1 >npm.log
cat >show.mjs <<'EOF'
import ICAL from 'ical.js';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

for (const [start, rule] of [
	['20260102T200000Z', 'FREQ=MONTHLY;BYDAY=1FR;COUNT=3'],
	['20260131T200000Z', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3'],
	['20260131T200000Z', 'FREQ=MONTHLY;COUNT=4'],
]) {
	const text = [
		'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//session//EN',
		'BEGIN:VEVENT', 'UID:1@example.org', 'DTSTAMP:20260101T000000Z',
		`DTSTART:${start}`, `RRULE:${rule}`, 'SUMMARY:Session',
		'END:VEVENT', 'END:VCALENDAR', '',
	].join('\r\n');

	const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
	const iterator = new ICAL.Event(component).iterator();
	const expected = [];
	for (let date = iterator.next(); date; date = iterator.next()) expected.push(date.toString());

	const [event] = convertIcsCalendar(undefined, text).events;
	const actual = extendByRecurrenceRule(event.recurrenceRule, {
		start: event.start.date,
		end: new Date('2027-01-01T00:00:00Z'),
	}).map((date) => date.toISOString());

	const short = (dates) => dates.map((date) => date.slice(0, 13)).join(', ');
	console.log(`${rule}\n  ical.js: ${short(expected)}\n  ts-ics:  ${short(actual)}`);
}
EOF
TZ=UTC node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
