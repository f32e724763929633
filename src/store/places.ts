import type { Store } from './open.ts';

/** Where a session or an event is; every part may be unknown. */
export interface PlaceRow {
	address: string | null;
	town: string | null;
	area: string | null;
	country: string | null;
	areaSlug: string | null;
	countrySlug: string | null;
	latitude: number | null;
	longitude: number | null;
	telephone: string | null;
	website: string | null;
}

export interface SessionRow extends PlaceRow {
	id: number;
	name: string;
	/** JSON array of strings. */
	schedule: string | null;
	date: string | null;
	member: string | null;
	slug: string | null;
}

export interface EventRow extends PlaceRow {
	id: number;
	name: string;
	starts: string | null;
	ends: string | null;
	venue: string | null;
	date: string | null;
	member: string | null;
	slug: string | null;
}

export interface NearbyRow {
	id: number;
	name: string;
	town: string | null;
	km: number;
}

export function sessionById(store: Store, id: number): SessionRow | undefined {
	return store.sql.get`
		SELECT s.id, s.name, s.address, s.town, s.area, s.country, s.area_slug AS areaSlug,
			s.country_slug AS countrySlug, s.latitude, s.longitude, s.schedule, s.telephone, s.website,
			s.date, m.name AS member, m.slug
		FROM session s LEFT JOIN member m ON m.id = s.member_id
		WHERE s.id = ${id}` as unknown as SessionRow | undefined;
}

/** Nearest first. */
export function sessionsNear(store: Store, id: number): NearbyRow[] {
	return store.sql.all`
		SELECT s.id, s.name, s.town, n.km
		FROM session_nearby n JOIN session s ON s.id = n.other_id
		WHERE n.session_id = ${id} ORDER BY n.km, s.id` as unknown as NearbyRow[];
}

export function eventById(store: Store, id: number): EventRow | undefined {
	return store.sql.get`
		SELECT e.id, e.name, e.starts, e.ends, e.venue, e.address, e.town, e.area, e.country,
			e.area_slug AS areaSlug, e.country_slug AS countrySlug, e.latitude, e.longitude,
			e.telephone, e.website, e.date, m.name AS member, m.slug
		FROM event e LEFT JOIN member m ON m.id = e.member_id
		WHERE e.id = ${id}` as unknown as EventRow | undefined;
}

/** Where a thing is and when it was added: what the map knows about it. */
export interface SpotRow {
	id: number;
	name: string;
	town: string | null;
	area: string | null;
	country: string | null;
	countrySlug: string | null;
	latitude: number | null;
	longitude: number | null;
	date: string | null;
}

export function sessionSpots(store: Store): (SpotRow & { schedule: string | null })[] {
	return store.sql.all`
		SELECT id, name, town, area, country, country_slug AS countrySlug, latitude, longitude, date,
			schedule
		FROM session ORDER BY id` as unknown as (SpotRow & { schedule: string | null })[];
}

/** Events that are not over on a day, `YYYY-MM-DD`; an event that ends before it starts counts as one day. */
export function eventSpots(
	store: Store,
	day: string,
): (SpotRow & { starts: string; ends: string | null })[] {
	return store.sql.all`
		SELECT id, name, town, area, country, country_slug AS countrySlug, latitude, longitude, date,
			starts, ends
		FROM event
		WHERE starts IS NOT NULL AND substr(max(starts, coalesce(ends, starts)), 1, 10) >= ${day}
		ORDER BY id` as unknown as (SpotRow & { starts: string; ends: string | null })[];
}
