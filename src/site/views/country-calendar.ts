import { NOWHERE } from '../../core/addresses.ts';
import { calendarFile } from '../icalendar.ts';
import type { Store } from '../../store/open.ts';
import { events, once } from './catalogue.ts';
import { calendarEvent } from './event.ts';
import { upcoming } from './lists/events.ts';
import { countryName } from './lists/places.ts';

/** The countries that have a list of events, and therefore a calendar to subscribe to. */
export function calendarCountries(store: Store): string[] {
	return [...byCountry(store).keys()];
}

/**
 * All events of a country that are not over on the day of upstream's data. If there are none, the most recent
 * one: calendar programs reject an empty calendar, and a subscription must not break.
 */
export function countryCalendar(
	store: Store,
	slug: string,
	absolute: (address: string) => string,
): string {
	const inCountry = byCountry(store).get(slug) ?? [];
	const coming = upcoming(store).filter((event) => inCountry.includes(event));
	const last = inCountry.findLast(({ starts }) => starts !== null);
	const shown = coming.length > 0 || !last ? coming : [last];
	const name = slug === NOWHERE ? 'an unknown country' : countryName(slug, inCountry);
	return calendarFile(
		shown.map(({ id }) => calendarEvent(store, id, absolute)),
		`Events of traditional music in ${name}`,
	);
}

const byCountry = once((store: Store) =>
	Map.groupBy(events(store), ({ countrySlug }) => countrySlug ?? NOWHERE),
);
