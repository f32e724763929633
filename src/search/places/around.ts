import type { DayNumber } from './day-number.ts';
import { weekdaysBetween } from './day-number.ts';
import { distanceKm, type Coordinates } from './distance.ts';
import type { Place } from './place.ts';
import type { Days } from './weekdays.ts';

/** A filter for places, wherever they are. */
export interface Wanted {
	kind: Place['kind'] | 'both';
	/** On one of these weekdays; 0 means any. */
	days: Days;
	/** When weekdays are given: also include sessions whose days are unknown. */
	unknownDays: boolean;
	/** The day on which events must take place, if one is given. */
	day: DayNumber | null;
	/** Events that ended before this day are left out. */
	today: DayNumber;
}

export interface PlaceAt {
	place: Place;
	km: number;
}

/** The places that pass the filter, in their original order. */
export function wantedPlaces(places: readonly Place[], wanted: Wanted): Place[] {
	return places.filter((place) => isWanted(place, wanted));
}

/** Places within a distance of a point, or all of them, nearest first. */
export function placesAround(
	places: readonly Place[],
	from: Coordinates,
	km: number | null,
): PlaceAt[] {
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
