import * as addresses from '../../core/addresses.ts';
import { eventDays, isoDate, timeOfDay } from '../../core/dates.ts';
import { calendarFile, type CalendarEvent } from '../icalendar.ts';
import type { ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { eventById, type EventRow } from '../../store/places.ts';
import { eventDates } from './list-rows.ts';
import { joined, type Link, type PageView } from './page.ts';
import { placeAbout, placeLine, placeTrail, placeView, type PlaceView } from './place.ts';
import { creditOf, mentionViews, type Credit, type MentionView } from './comments.ts';
import { threadView, type ThreadView } from './thread.ts';

/** The contents of an event's page. */
export interface EventView {
	page: PageView;
	name: string;
	/** Null when upstream gives no date. */
	when: EventDates | null;
	venue: string | null;
	place: PlaceView;
	/** Its `.ics` file; null without a date. */
	calendar: Link | null;
	added: Credit;
	mentions: MentionView[];
	comments: ThreadView;
}

/** Machine-readable dates, and both as one text. */
interface EventDates {
	starts: string;
	ends: string | null;
	text: string;
}

/** The view of an event that is in the store. */
export function eventView(store: Store, id: number): EventView {
	const event = eventOf(store, id);
	const { name, starts, ends, venue } = event;
	const ref: ThingRef = { kind: 'events', id };
	const address = addresses.thing(ref);
	const place = placeView('events', event);
	const when = starts === null ? null : datesOf(starts, ends);
	const where = joined([venue, placeLine(place)]);
	const subtitle = joined([when?.text, where], ' · ');
	return {
		page: {
			title: joined([name, starts === null ? null : eventDays(starts, ends)]),
			description: subtitle === '' ? null : subtitle,
			address,
			original: addresses.original(address),
			section: 'events',
			trail: placeTrail(place).slice(0, 1),
			about: {
				'@type': 'Event',
				name,
				...(when && { startDate: when.starts }),
				...(when?.ends && { endDate: when.ends }),
				...(where !== '' && { location: placeAbout('Place', venue, place) }),
			},
		},
		name,
		when,
		venue,
		place,
		calendar: when && { name: 'Add to calendar', address: addresses.calendar(id) },
		added: creditOf(event),
		mentions: mentionViews(store, ref),
		comments: threadView(store, ref),
	};
}

/** The `.ics` file of an event that has a date; `absolute` turns an address into a URL of this site. */
export function eventCalendar(
	store: Store,
	id: number,
	absolute: (address: string) => string,
): string {
	return calendarFile([calendarEvent(store, id, absolute)]);
}

/** An event that has a date, in calendar form. */
export function calendarEvent(
	store: Store,
	id: number,
	absolute: (address: string) => string,
): CalendarEvent {
	const event = eventOf(store, id);
	if (event.starts === null) throw new Error(`Event ${id} has no date, so no calendar file.`);
	const where = joined([event.venue, event.address, event.town, event.area, event.country]);
	return {
		uid: `events/${id}@thesession.org`,
		// Any later date we have would change with every build.
		stamp: event.date ?? event.starts,
		starts: event.starts,
		ends: event.ends,
		summary: event.name,
		location: where === '' ? null : where,
		latitude: event.latitude,
		longitude: event.longitude,
		url: absolute(addresses.thing({ kind: 'events', id })),
	};
}

function eventOf(store: Store, id: number): EventRow {
	const event = eventById(store, id);
	if (!event) throw new Error(`There is no event ${id} in the store.`);
	return event;
}

function datesOf(starts: string, ends: string | null): EventDates {
	return {
		starts: machineDate(starts),
		ends: ends === null ? null : machineDate(ends),
		text: eventDates(starts, ends),
	};
}

/** Local time at the venue, without a time zone; only a day when upstream gives no time. */
function machineDate(date: string): string {
	return timeOfDay(date) === undefined ? date.slice(0, 10) : isoDate(date).slice(0, 16);
}
