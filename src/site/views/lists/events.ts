import * as addresses from '../../../core/addresses.ts';
import type { ListedEvent } from '../../../store/catalogue.ts';
import { storeFacts } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';
import { eventSpots } from '../../../store/places.ts';
import { events, once } from '../catalogue.ts';
import { COLUMNS, eventRow } from '../list-rows.ts';
import { linesOf, type List } from '../list.ts';
import { countryLists } from './places.ts';
import { yearLists } from './years.ts';

const EVENTS = {
	section: 'events',
	unit: 'event',
	columns: COLUMNS.events,
	note: 'In the order they happen.',
} as const;

/** Every list of events. */
export const eventLists = once((store: Store): List[] => {
	const rows = events(store);
	return [
		{
			...EVENTS,
			...linesOf(upcoming(store), eventRow),
			address: addresses.upcomingEvents(),
			heading: 'Upcoming events',
			note: 'In the order they happen, from the day of the newest data on.',
			trail: [],
			related: [],
			original: addresses.original(addresses.upcomingEvents()),
		},
		...yearLists(rows, (event) => event.starts, eventRow, {
			...EVENTS,
			heading: 'Events of',
		}),
		...countryLists('events', rows, eventRow, {
			...EVENTS,
			heading: 'Events',
			spots: eventSpots(store, dayOfData(store)),
		}),
	];
});

/**
 * Events that are not over on the day of upstream's data; an event that ends before it starts counts as one
 * day.
 */
export const upcoming = once((store: Store): ListedEvent[] => {
	const today = dayOfData(store);
	return events(store).filter(
		({ starts, ends }) =>
			starts !== null && (ends !== null && ends > starts ? ends : starts).slice(0, 10) >= today,
	);
});

function dayOfData(store: Store): string {
	return storeFacts(store).upstream.data.date.slice(0, 10);
}
