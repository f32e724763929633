import type { Place } from './place.ts';
import { GEO_VERSION } from './geo-index.ts';

/**
 * The places of a region as columns of small numbers, which gzip compresses best. Rows are ordered by id; ids
 * and days are differences from the previous row.
 */
export interface GeoFile {
	version: number;
	/** `` means unknown. */
	areas: string[];
	/** Names of towns, `` when unknown, and the index of the area of each. */
	towns: string[];
	townAreas: number[];
	/** The minimum latitude and longitude, in the same units, to which all values are relative. */
	south: number;
	west: number;
	sessions: Columns & { days: number[] };
	/** First day of each event, and how many days later it ends. */
	events: Columns & { first: number[]; length: number[] };
}

/** The file as written: with the digest by which the index refers to it. */
export interface StampedGeoFile extends GeoFile {
	digest: string;
}

interface Columns {
	ids: number[];
	names: string[];
	/** Indexes of towns. */
	towns: number[];
	latitudes: number[];
	longitudes: number[];
	added: (number | null)[];
}

/** One unit is eleven metres: precise to the nearest street corner. */
const UNITS_PER_DEGREE = 10_000;

/** The file for places that are all in one country. */
export function encodePlaces(places: readonly Place[]): GeoFile {
	const areas = new Numbering();
	const towns = new Numbering();
	const townAreas: number[] = [];
	const townOf = ({ town, area }: Place): number => {
		const inArea = areas.numberOf(area ?? '');
		const number = towns.numberOf(`${town ?? ''}\n${area ?? ''}`);
		townAreas[number] = inArea;
		return number;
	};
	const least = (of: (place: Place) => number): number =>
		places.reduce((found, place) => Math.min(found, units(of(place))), Infinity);
	const south = least((place) => place.latitude);
	const west = least((place) => place.longitude);
	const columns = (rows: readonly Place[]): Columns => ({
		ids: differences(rows.map((row) => row.id)),
		names: rows.map((row) => row.name),
		towns: rows.map(townOf),
		latitudes: rows.map((row) => units(row.latitude) - south),
		longitudes: rows.map((row) => units(row.longitude) - west),
		added: differences(rows.map((row) => row.added)),
	});
	const ordered = places.toSorted((a, b) => a.id - b.id);
	const sessions = ordered.filter((place) => place.kind === 'sessions');
	const events = ordered.filter((place) => place.kind === 'events');
	const columnsOfBoth = {
		sessions: { ...columns(sessions), days: sessions.map((session) => session.days) },
		events: {
			...columns(events),
			first: differences(events.map(({ dates }) => dates?.first ?? 0)),
			length: events.map(({ dates }) => (dates ? dates.last - dates.first : 0)),
		},
	};
	return {
		version: GEO_VERSION,
		areas: areas.names,
		towns: towns.names.map((name) => name.slice(0, name.indexOf('\n'))),
		townAreas,
		south,
		west,
		...columnsOfBoth,
	};
}

/**
 * The places of a file, sessions first.
 *
 * @throws Error when it has another version
 */
export function decodePlaces(file: GeoFile, country: string | null): Place[] {
	if (file.version !== GEO_VERSION) throw new Error(`A file of places of version ${file.version}.`);
	const { sessions, events } = file;
	const common = (columns: Columns): Omit<Place, 'kind' | 'days' | 'dates'>[] => {
		const ids = sums(columns.ids);
		const added = sums(columns.added);
		return columns.names.map((name, row) => {
			const town = columns.towns[row] ?? 0;
			return {
				id: ids[row] ?? 0,
				name,
				town: file.towns[town] || null,
				area: file.areas[file.townAreas[town] ?? 0] || null,
				country,
				latitude: (file.south + (columns.latitudes[row] ?? 0)) / UNITS_PER_DEGREE,
				longitude: (file.west + (columns.longitudes[row] ?? 0)) / UNITS_PER_DEGREE,
				added: added[row] ?? null,
			};
		});
	};
	const starts = sums(events.first);
	return [
		...common(sessions).map((place, row): Place => ({
			...place,
			kind: 'sessions',
			days: sessions.days[row] ?? 0,
			dates: null,
		})),
		...common(events).map((place, row): Place => {
			const first = starts[row] ?? 0;
			const last = first + (events.length[row] ?? 0);
			return { ...place, kind: 'events', days: 0, dates: { first, last } };
		}),
	];
}

/** Numbers names in the order in which they first occur. */
class Numbering {
	readonly names: string[] = [];
	readonly #known = new Map<string, number>();

	numberOf(name: string): number {
		const known = this.#known.get(name);
		if (known !== undefined) return known;
		this.#known.set(name, this.names.length);
		return this.names.push(name) - 1;
	}
}

function units(degrees: number): number {
	return Math.round(degrees * UNITS_PER_DEGREE);
}

/** Each value minus the last known one before it; unknown values stay unknown. */
function differences<Value extends number | null>(values: readonly Value[]): Value[] {
	let last = 0;
	return values.map((value) => {
		if (value === null) return value;
		const difference = value - last;
		last = value;
		return difference as Value;
	});
}

function sums<Value extends number | null>(differences: readonly Value[]): Value[] {
	let last = 0;
	return differences.map((difference) => {
		if (difference === null) return difference;
		last += difference;
		return last as Value;
	});
}
