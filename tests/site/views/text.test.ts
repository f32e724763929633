import { expect, test } from 'vitest';
import { foldLine, calendarFile, escapeText } from '../../../src/site/icalendar.ts';
import { linkBase } from '../../../src/site/link-base.ts';
import { typeHeading } from '../../../src/core/music.ts';
import { jsonBlock } from '../../../src/site/layouts/head.ts';
import { eventDates } from '../../../src/site/views/list-rows.ts';
import { counted, formatNumber } from '../../../src/site/views/page.ts';

test.each([
	['<a href="/tunes/27#setting9">x</a>', '<a href="/m/tunes/27#setting9">x</a>'],
	['<a href="https://a.example/" rel="ugc">x</a>', '<a href="https://a.example/" rel="ugc">x</a>'],
	['<p>&lt;a href="/tunes/1"></p>', '<p>&lt;a href="/tunes/1"></p>'],
])('links of %s get the base path', (html, expected) => {
	expect(linkBase(html, '/m/')).toBe(expected);
	expect(linkBase(html, '/')).toBe(html);
});

test('a calendar file is of RFC 5545', () => {
	const event = {
		uid: 'events/1@thesession.org',
		stamp: '2026-01-02 03:04:05',
		starts: '2030-04-25 20:00:00',
		ends: '2030-04-25 23:30:00',
		summary: 'Céilí; bring shoes, and a \\',
		location: 'Hall\nEnnis',
		latitude: 52.8,
		longitude: -9,
		url: 'https://mirror.example/events/1',
	};
	expect(calendarFile([event]).split('\r\n')).toEqual([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//session-mirror//EN',
		'BEGIN:VEVENT',
		'UID:events/1@thesession.org',
		'DTSTAMP:20260102T030405Z',
		'DTSTART:20300425T200000',
		'DTEND:20300425T233000',
		'SUMMARY:Céilí\\; bring shoes\\, and a \\\\',
		'LOCATION:Hall\\nEnnis',
		'GEO:52.8;-9',
		'URL:https://mirror.example/events/1',
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	]);
});

test.each([
	['2030-12-31 00:00:00', null, ['DTSTART;VALUE=DATE:20301231', 'DTEND;VALUE=DATE:20310101']],
	[
		'2030-04-25 00:00:00',
		'2030-04-27 00:00:00',
		['DTSTART;VALUE=DATE:20300425', 'DTEND;VALUE=DATE:20300428'],
	],
	['2030-04-25 20:00:00', null, ['DTSTART:20300425T200000']],
	['2030-04-25 20:00:00', '2030-04-20 00:00:00', ['DTSTART:20300425T200000']],
	[
		'2030-04-25 20:00:00',
		'2030-04-27 00:00:00',
		['DTSTART:20300425T200000', 'DTEND:20300428T000000'],
	],
])('an event from %s to %s', (starts, ends, expected) => {
	const nothing = { location: null, latitude: null, longitude: null };
	const event = { uid: '', stamp: starts, starts, ends, summary: '', url: '', ...nothing };
	const file = calendarFile([event]);
	expect(file.split('\r\n').filter((line) => /^DT(START|END)/.test(line))).toEqual(expected);
});

test('a calendar with a name holds several events', () => {
	const starts = '2030-04-25 20:00:00';
	const nothing = { ends: null, location: null, latitude: null, longitude: null, url: '' };
	const events = ['1', '2'].map((uid) => ({
		uid,
		stamp: starts,
		starts,
		summary: uid,
		...nothing,
	}));
	const file = calendarFile(events, 'Events in Éire, all');
	expect(file.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(2);
	expect(file.match(/BEGIN:VCALENDAR\r\n/g)).toHaveLength(1);
	expect(file).toContain('\r\nX-WR-CALNAME:Events in Éire\\, all\r\n');
});

test('long lines are folded at 75 octets, between characters', () => {
	const folded = foldLine(`SUMMARY:${'é'.repeat(100)}`).split('\r\n');
	expect(folded.map((line) => Buffer.byteLength(line))).toEqual([74, 75, 61]);
	expect(folded.map((line, i) => (i === 0 ? line : line.slice(1))).join('')).toBe(
		`SUMMARY:${'é'.repeat(100)}`,
	);
	expect(escapeText('a\r\nb')).toBe('a\\nb');
});

test.each([
	['2030-05-03 20:00:00', null, '3 May 2030, 20:00'],
	['2030-05-03 20:00:00', '2030-05-03 23:00:00', '3 May 2030, 20:00 – 23:00'],
	['2030-05-03 00:00:00', '2030-05-03 00:00:00', '3 May 2030'],
	['2030-05-03 20:00:00', '2030-05-05 00:00:00', '3 – 5 May 2030'],
	['2030-04-30 00:00:00', '2030-05-05 00:00:00', '30 April – 5 May 2030'],
	['2030-12-30 00:00:00', '2031-01-02 00:00:00', '30 December 2030 – 2 January 2031'],
])('from %s to %s is %s', (starts, ends, expected) => {
	expect(eventDates(starts, ends)).toBe(expected);
});

test('words for people', () => {
	expect(counted(1, 'tune')).toBe('1 tune');
	expect(counted(1234, 'tune')).toBe('1,234 tunes');
	expect(formatNumber(1234567)).toBe('1,234,567');
	expect(['waltz', 'march', 'slip jig', 'three-two'].map(typeHeading)).toEqual([
		'Waltzes',
		'Marches',
		'Slip jigs',
		'Three-twos',
	]);
	expect(jsonBlock({ name: '</script>' })).toBe('{"name":"\\u003c/script>"}');
});
