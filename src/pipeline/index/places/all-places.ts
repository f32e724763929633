import { dayNumber } from '../../../search/places/day-number.ts';
import type { Place } from '../../../search/places/place.ts';
import { daysOfSchedule } from '../../../search/places/weekdays.ts';
import { storeFacts } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';
import { eventSpots, sessionSpots, type SpotRow } from '../../../store/places.ts';

/** A place, with the slug of its country's pages. */
export interface StoredPlace extends Place {
	countrySlug: string | null;
}

/** What can be put on a map, and what cannot. */
export interface AllPlaces {
	places: StoredPlace[];
	unplaced: { sessions: number; events: number };
	/** `sessions/35`: those whose place cannot be read. */
	leftOut: string[];
}

/** All sessions, and the events that are not yet over on the date of upstream's data. */
export function allPlaces(store: Store): AllPlaces {
	const today = storeFacts(store).upstream.data.date.slice(0, 10);
	const sessions = sessionSpots(store);
	const events = eventSpots(store, today);
	const leftOut: string[] = [];
	const read =
		<Row extends SpotRow>(
			kind: Place['kind'],
			more: (row: Row) => Pick<Place, 'days' | 'dates'>,
		): ((row: Row) => StoredPlace[]) =>
		(row) => {
			try {
				return placed(row).map((place) => ({ ...place, kind, ...more(row) }));
			} catch {
				leftOut.push(`${kind}/${row.id}`);
				return [];
			}
		};
	const placedSessions = sessions.flatMap(
		read('sessions', ({ schedule }: (typeof sessions)[number]) => ({
			days: daysOfSchedule(schedule === null ? [] : (JSON.parse(schedule) as string[])),
			dates: null,
		})),
	);
	const placedEvents = events.flatMap(
		read('events', (row: (typeof events)[number]) => ({ days: 0, dates: datesOf(row) })),
	);
	return {
		places: [...placedSessions, ...placedEvents],
		unplaced: {
			sessions: sessions.length - placedSessions.length,
			events: events.length - placedEvents.length,
		},
		leftOut,
	};
}

/** Empty when it has no position. */
function placed(row: SpotRow): Omit<StoredPlace, 'kind' | 'days' | 'dates'>[] {
	const { id, name, town, area, country, countrySlug, latitude, longitude, date } = row;
	if (latitude === null || longitude === null) return [];
	const added = date === null ? null : dayNumber(date);
	return [{ id, name, town, area, country, countrySlug, latitude, longitude, added }];
}

function datesOf({ starts, ends }: { starts: string; ends: string | null }): Place['dates'] {
	const first = dayNumber(starts);
	return { first, last: Math.max(first, dayNumber(ends ?? starts)) };
}
