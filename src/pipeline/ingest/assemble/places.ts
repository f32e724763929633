import { NOWHERE } from '../../../core/addresses.ts';
import { oneLine, sortKey } from '../../../core/names.ts';
import { addressSegment } from '../../../store/address-segment.ts';
import type { ArchivePlace } from '../archive/page.ts';
import { pageReader, shownName, sourceOf, told, unionOfIds, type Assembly } from './assembly.ts';
import { joinEach } from './join-each.ts';

interface PlaceRow {
	name: string;
	venue?: string | null;
	address: string | null;
	town: string | null;
	area: string | null;
	country: string | null;
	latitude: number | null;
	longitude: number | null;
	date?: string | null;
	dtstart?: string | null;
	dtend?: string | null;
}

/** Joins sessions: the place from the CSV; schedule, telephone and website from the archive. */
export function writeSessions(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'sessions');
	const rowOf = tables.prepare('SELECT * FROM sessions WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO session (id, name, sort, address, town, area, country, area_slug, country_slug,
			latitude, longitude, schedule, telephone, website, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
	);
	const ids = unionOfIds(assembly, 'sessions', 'SELECT id FROM sessions');
	joinEach(assembly, 'sessions', ids, (id) => {
		const row = rowOf.get(id) as PlaceRow | undefined;
		const archived = page(id);
		const name = shownName(assembly, { kind: 'sessions', id }, row?.name, archived?.name);
		const card = archived?.session;
		const date = row?.date ?? archived?.date ?? null;
		insert.run(
			id,
			name,
			sortKey(name),
			...joinPlace(row, card),
			card && card.schedule.length > 0 ? JSON.stringify(card.schedule) : null,
			card?.telephone ?? null,
			card?.website ?? null,
			people.idOf(archived?.member, date),
			date,
			sourceOf(row !== undefined, archived !== undefined),
		);
	});
}

/** Joins events: times and place from the CSV, who added them from the archive. */
export function writeEvents(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'events');
	const rowOf = tables.prepare('SELECT event AS name, * FROM events WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO event (id, name, sort, address, town, area, country, area_slug, country_slug,
			latitude, longitude, venue, starts, ends, telephone, website, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
	);
	const ids = unionOfIds(assembly, 'events', 'SELECT id FROM events');
	joinEach(assembly, 'events', ids, (id) => {
		const row = rowOf.get(id) as PlaceRow | undefined;
		const archived = page(id);
		const name = shownName(assembly, { kind: 'events', id }, row?.name, archived?.name);
		const card = archived?.event;
		const starts = row?.dtstart ?? card?.starts ?? null;
		const stated = [row?.dtend, card?.ends].filter((end) => end != null);
		const ends = stated.find((end) => !isBefore(end, starts)) ?? null;
		if (ends === null && stated.length > 0)
			told(assembly, { kind: 'events', id }, 'it ends before it starts');
		insert.run(
			id,
			name,
			sortKey(name),
			...joinPlace(row, card),
			row?.venue ?? card?.venue ?? null,
			starts,
			ends,
			card?.telephone ?? null,
			card?.website ?? null,
			people.idOf(archived?.member, archived?.date),
			archived?.date ?? null,
			sourceOf(row !== undefined, archived !== undefined),
		);
	});
}

/** Midnight means "no time" at upstream, so an end at midnight of the first day counts as that day. */
function isBefore(ends: string, starts: string | null): boolean {
	if (starts === null || ends >= starts) return false;
	return !(ends.endsWith('00:00:00') && ends.slice(0, 10) === starts.slice(0, 10));
}

/** Address, town, area, country, their slugs and the coordinates, in the order of the columns. */
function joinPlace(
	row: PlaceRow | undefined,
	card: ArchivePlace | undefined,
): (string | number | null)[] {
	const text = (name: 'address' | 'town' | 'area' | 'country'): string | null =>
		oneLine(row?.[name] ?? '') || oneLine(card?.[name] ?? '') || null;
	const [area, country] = [text('area'), text('country')];
	// Coordinates come from one source as a pair, never one from each.
	const spot = [row, card].find(isPlaced);
	return [
		text('address'),
		text('town'),
		area,
		country,
		area && addressSegment(area),
		country && addressSegment(country, [NOWHERE]),
		spot?.latitude ?? null,
		spot?.longitude ?? null,
	];
}

/** 0, 0 is what forms send when nobody has chosen a place. */
function isPlaced(place: PlaceRow | ArchivePlace | undefined): boolean {
	if (place?.latitude == null || place.longitude == null) return false;
	return place.latitude !== 0 || place.longitude !== 0;
}
