import * as addresses from '../core/addresses.ts';
import type { Kind } from '../core/kinds.ts';
import * as rows from '../store/api-list-rows.ts';
import type { Store } from '../store/open.ts';
import { artistRef, coordinate, identity, memberRef, namedRef } from './refs.ts';

/** Things in their list form, in the order of the ids; ids that are not in the store are left out. */
export function listRowsOf(store: Store, kind: Kind, ids: readonly number[]): object[] {
	return ROWS[kind](store, ids);
}

const ROWS: Record<Kind, (store: Store, ids: readonly number[]) => object[]> = {
	tunes: (store, ids) => inOrder(ids, rows.tuneListRows(store, ids), tuneRow),
	recordings: (store, ids) => inOrder(ids, rows.recordingListRows(store, ids), recordingRow),
	sessions: (store, ids) => inOrder(ids, rows.sessionListRows(store, ids), sessionRow),
	events: (store, ids) => inOrder(ids, rows.eventListRows(store, ids), eventRow),
	discussions: (store, ids) => inOrder(ids, rows.discussionListRows(store, ids), discussionRow),
};

/** Tunes with their number of tunebooks, as in the list of popular tunes. */
export function popularRowsOf(store: Store, ids: readonly number[]): object[] {
	return inOrder(ids, rows.tuneListRows(store, ids), (row) => ({
		...tuneRow(row),
		tunebooks: row.tunebooks,
	}));
}

/** A tune found by a search. */
export interface FoundTune {
	id: number;
	/** The other name that matched; null where its own name did. */
	alias: string | null;
}

/** Tunes as search results: with the alias that matched, if one did. */
export function foundTunesOf(store: Store, found: readonly FoundTune[]): object[] {
	const aliases = new Map(found.map(({ id, alias }) => [id, alias]));
	const ids = [...aliases.keys()];
	return inOrder(ids, rows.tuneListRows(store, ids), (row) => {
		const { id, name, ...rest } = tuneRow(row);
		const alias = aliases.get(id);
		return { id, name, ...(alias != null && { alias }), ...rest };
	});
}

/** Settings as in the list of new ones. */
export function settingRowsOf(store: Store, ids: readonly number[]): object[] {
	return inOrder(ids, rows.settingListRows(store, ids), (row) => ({
		id: row.id,
		url: identity(addresses.setting(row.tuneId, row.id)),
		key: row.mode,
		member: memberRef(row.member, row.number),
		date: row.date,
		tune: tuneRef(row.tuneId, row.name),
	}));
}

function tuneRef(id: number, name: string): object {
	return { id, name, url: identity(addresses.thing({ kind: 'tunes', id })) };
}

function tuneRow({ id, name, member, number, date, type }: rows.TuneListRow) {
	const url = identity(addresses.thing({ kind: 'tunes', id }));
	return { id, name, url, member: memberRef(member, number), date, type };
}

function recordingRow(row: rows.RecordingListRow): object {
	const { id, name, member, number, date, artist, artistNumber } = row;
	return {
		id,
		name,
		url: identity(addresses.thing({ kind: 'recordings', id })),
		member: memberRef(member, number),
		date,
		artist: artistRef(artist, artistNumber),
	};
}

/** A session is identified by its venue: it has no name of its own. */
function sessionRow(row: rows.VenueListRow): object {
	const { id, member, number, date, latitude, longitude, town, area, country } = row;
	return {
		id,
		url: identity(addresses.thing({ kind: 'sessions', id })),
		member: memberRef(member, number),
		date,
		latitude: latitude === null ? null : coordinate(latitude),
		longitude: longitude === null ? null : coordinate(longitude),
		venue: venueRef(row.name, row),
		town: namedRef(town),
		area: namedRef(area),
		country: namedRef(country),
	};
}

function eventRow(row: rows.EventListRow): object {
	const { id, name, member, number, date, starts, ends, latitude, longitude } = row;
	return {
		id,
		name,
		url: identity(addresses.thing({ kind: 'events', id })),
		member: memberRef(member, number),
		date,
		dtstart: starts,
		dtend: ends,
		...(latitude !== null && { latitude: coordinate(latitude) }),
		...(longitude !== null && { longitude: coordinate(longitude) }),
		venue: venueRef(row.venue, row),
		...(row.town !== null && { town: namedRef(row.town) }),
		...(row.area !== null && { area: namedRef(row.area) }),
		...(row.country !== null && { country: namedRef(row.country) }),
	};
}

function discussionRow(row: rows.DiscussionListRow): object {
	const { id, name, member, number, date, comments } = row;
	const url = identity(addresses.thing({ kind: 'discussions', id }));
	return { id, name, url, member: memberRef(member, number), date, comments };
}

/** Unknown parts are empty, never null; upstream publishes no e-mail address. */
function venueRef(name: string | null, { telephone, website }: rows.VenueListRow): object {
	return {
		id: null,
		name: name ?? '',
		telephone: telephone ?? '',
		email: '',
		web: website ?? '',
	};
}

function inOrder<Row extends { id: number }>(
	ids: readonly number[],
	found: readonly Row[],
	shape: (row: Row) => object,
): object[] {
	const byId = new Map(found.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		return row ? shape(row) : [];
	});
}
