import type { Place } from '../../../src/search/places/place.ts';

/** A session in Ennis, but for what is said of it. */
export function session(about: Partial<Place> = {}): Place {
	return {
		kind: 'sessions',
		id: 1,
		name: 'The Lantern',
		town: 'Ennis',
		area: 'Clare',
		country: 'Ireland',
		latitude: 52.84,
		longitude: -8.98,
		added: null,
		days: 0,
		dates: null,
		...about,
	};
}

/** An event from one day to another, but for what is said of it. */
export function event(first: number, last: number, about: Partial<Place> = {}): Place {
	return session({ kind: 'events', dates: { first, last }, ...about });
}
