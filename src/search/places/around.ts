import type { DayNumber } from './day-number.ts';
import { weekdaysBetween } from './day-number.ts';
import { distanceKm, type Spot } from './distance.ts';
import type { Place } from './place.ts';
import type { Days } from './weekdays.ts';

/** Which places are asked for, wherever they are. */
export interface Wanted {
	kind: Place['kind'] | 'both';
	/** On one of these days of the week; 0 is any day. */
	days: Days;
	/** With a day asked for: sessions too whose days are unknown. */
	unknownDays: boolean;
	/** The one day that events have to be on, if one is asked for. */
	day: DayNumber | null;
	/** Events that were over before are left out. */
	today: DayNumber;
}

export interface PlaceAt {
	place: Place;
	km: number;
}

/** The places that are asked for, in the order they came. */
export function wantedPlaces(places: readonly Place[], wanted: Wanted): Place[] {
	return places.filter((place) => isWanted(place, wanted));
}

/** Places within a distance of a spot, or all of them, the nearest first. */
export function placesAround(places: readonly Place[], from: Spot, km: number | null): PlaceAt[] {
	return places
		.map((place) => ({ place, km: distanceKm(from, place) }))
		.filter((found) => km === null || found.km <= km)
		.sort(
			(a, b) =>
				a.km - b.km ||
				(a.place.kind < b.place.kind ? 1 : a.place.kind > b.place.kind ? -1 : 0) ||
				a.place.id - b.place.id,
		);
}

function isWanted(place: Place, { kind, days, unknownDays, day, today }: Wanted): boolean {
	if (kind !== 'both' && place.kind !== kind) return false;
	const { dates } = place;
	if (dates !== null && dates.last < today) return false;
	if (days === 0) return true;
	if (dates === null) return place.days === 0 ? unknownDays : (place.days & days) !== 0;
	return day === null
		? (weekdaysBetween(Math.max(dates.first, today), dates.last) & days) !== 0
		: dates.first <= day && day <= dates.last;
}
