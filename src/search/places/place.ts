import type { Coordinates } from './distance.ts';
import type { DayNumber } from './day-number.ts';
import type { Days } from './weekdays.ts';

/** A session or an event with a known position. */
export interface Place extends Coordinates {
	kind: 'sessions' | 'events';
	id: number;
	name: string;
	town: string | null;
	area: string | null;
	country: string | null;
	/** When it was added; null when unknown. */
	added: DayNumber | null;
	/** Weekdays of a session's schedule; 0 for events. */
	days: Days;
	/** First and last day of an event; null for sessions. */
	dates: { first: DayNumber; last: DayNumber } | null;
}

/** `sessions/35`: identifies a place among all. */
export function placeKey({ kind, id }: Pick<Place, 'kind' | 'id'>): string {
	return `${kind}/${id}`;
}
