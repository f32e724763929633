#!/bin/sh
# A category with a comma becomes two, both when written and when read.
#
# Library: ts-ics 2.4.6, generateIcsCalendar and convertIcsCalendar
#   (npm; github.com/Neuvernetzung/ts-ics)
# Compared with: ical.js 2.2.1
# Input: an event in the categories "Fleadh, county" and "Concert".
# Says otherwise: RFC 5545, 3.8.1.2 and 3.3.11: categories are text, and a comma within
#   text is written "\,". ts-ics does so in a summary.
# Guessed: what was written is read back.
# Behaviour: the comma is written bare. In a file that another program wrote right, the
#   escape is not understood: the text is cut there and the backslash kept.
# Seen:
#   written: SUMMARY:Fleadh\, county
#   written: CATEGORIES:Fleadh, county,Concert
#   ts-ics reads its own: ["Fleadh"," county","Concert"]
#   ts-ics reads "Fleadh\, county,Concert": ["Fleadh\\"," county","Concert"]
#   ical.js reads "Fleadh\, county,Concert": ["Fleadh, county","Concert"]
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 ical.js@2.2.1 >npm.log
cat >show.mjs <<'EOF'
import ICAL from 'ical.js';
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';

const written = generateIcsCalendar({
	version: '2.0',
	prodId: '-//example//session//EN',
	events: [
		{
			uid: '1@example.org',
			stamp: { date: new Date('2026-01-01T00:00:00Z') },
			start: { date: new Date('2026-07-04T20:00:00Z') },
			duration: { hours: 2 },
			summary: 'Fleadh, county',
			categories: ['Fleadh, county', 'Concert'],
		},
	],
});
for (const line of written.split(/\r?\n/)) {
	if (/^(CATEGORIES|SUMMARY):/.test(line)) console.log(`written: ${line}`);
}

const read = (text) => JSON.stringify(convertIcsCalendar(undefined, text).events[0].categories);
console.log(`ts-ics reads its own: ${read(written)}`);
const right = written.replace('Fleadh, county,Concert', 'Fleadh\\, county,Concert');
console.log(`ts-ics reads "Fleadh\\, county,Concert": ${read(right)}`);
const event = new ICAL.Component(ICAL.parse(right)).getFirstSubcomponent('vevent');
const values = event.getFirstProperty('categories').getValues();
console.log(`ical.js reads "Fleadh\\, county,Concert": ${JSON.stringify(values)}`);
EOF
TZ=UTC node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
