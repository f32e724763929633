import { displayName, sortKey } from '../../../src/domain/names.ts';
import type { ArchivePlace } from '../archive/page.ts';
import { pageReader, sourceOf, unionOfIds, type Assembly } from './assembly.ts';
import { plainSlug } from './people.ts';

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

/** Joins sessions: the CSV's place, the archive's schedule, telephone and website. */
export function writeSessions(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'sessions');
	const rowOf = tables.prepare('SELECT * FROM sessions WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO session (id, name, sort, address, town, area, country, area_slug, country_slug,
			latitude, longitude, schedule, telephone, website, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	for (const id of unionOfIds(assembly, 'sessions', 'SELECT id FROM sessions')) {
		const row = rowOf.get(id) as PlaceRow | undefined;
		const archived = page(id);
		const name = displayName(row?.name ?? archived?.name ?? '');
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
			archived?.comments.length ?? 0,
			sourceOf(row !== undefined, archived !== undefined),
		);
	}
}

/** Joins events: the CSV's times and place, and who added them from the archive. */
export function writeEvents(assembly: Assembly): void {
	const { tables, store, people } = assembly;
	const page = pageReader(assembly, 'events');
	const rowOf = tables.prepare('SELECT event AS name, * FROM events WHERE id = ?');
	const insert = store.prepare(
		`INSERT INTO event (id, name, sort, address, town, area, country, area_slug, country_slug,
			latitude, longitude, venue, starts, ends, telephone, website, member_id, date, comments, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	for (const id of unionOfIds(assembly, 'events', 'SELECT id FROM events')) {
		const row = rowOf.get(id) as PlaceRow | undefined;
		const archived = page(id);
		const name = displayName(row?.name ?? archived?.name ?? '');
		const card = archived?.event;
		insert.run(
			id,
			name,
			sortKey(name),
			...joinPlace(row, card),
			row?.venue ?? card?.venue ?? null,
			row?.dtstart ?? card?.starts ?? null,
			row?.dtend ?? card?.ends ?? null,
			card?.telephone ?? null,
			card?.website ?? null,
			people.idOf(archived?.member, archived?.date),
			archived?.date ?? null,
			archived?.comments.length ?? 0,
			sourceOf(row !== undefined, archived !== undefined),
		);
	}
}

/** Address, town, area, country, their slugs and the coordinates, in the order of the columns. */
function joinPlace(
	row: PlaceRow | undefined,
	card: ArchivePlace | undefined,
): (string | number | null)[] {
	const area = row?.area ?? card?.area ?? null;
	const country = row?.country ?? card?.country ?? null;
	// Either source's pair of coordinates, never one of each and never half of one.
	const spot = [row, card].find((place) => place?.latitude != null && place.longitude != null);
	return [
		row?.address ?? card?.address ?? null,
		row?.town ?? card?.town ?? null,
		area,
		country,
		area && plainSlug(area),
		country && plainSlug(country),
		spot?.latitude ?? null,
		spot?.longitude ?? null,
	];
}
