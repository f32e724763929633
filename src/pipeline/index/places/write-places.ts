import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { NOWHERE, placeFiles } from '../../../core/addresses.ts';
import { mostUsed } from '../../../core/spellings.ts';
import { boxAround } from '../../../search/places/box.ts';
import { encodePlaces, type StampedGeoFile } from '../../../search/places/geo-file.ts';
import { GEO_VERSION, type GeoIndex, type GeoRegion } from '../../../search/places/geo-index.ts';
import { splitSpots } from '../../../search/places/split.ts';
import { openStore } from '../../../store/open.ts';
import { LeftOutBook, type LeftOut } from '../../left-out.ts';
import { allPlaces, type AllPlaces, type StoredPlace } from './all-places.ts';

/** Limit of a gzipped file; servers compress slightly worse than we measure, and readers are promised 40 KB. */
const GREATEST_GZIP = 38_000;

export interface PlacesResult {
	files: number;
	sessions: number;
	events: number;
	unplaced: GeoIndex['unplaced'];
	/** Things whose place cannot be read. */
	leftOut: LeftOut[];
	/** Total of all files. */
	bytes: number;
	gzip: number;
	/** Size of the largest file. */
	largestBytes: number;
	largestGzip: number;
}

/**
 * Rewrites `places/` of a built site: a file for each country, or several for a large one, and
 * `index.json`, which lists them. The same store gives the same bytes.
 */
export async function writePlaces(site: string, storeFile: string): Promise<PlacesResult> {
	const folder = path.join(site, placeFiles());
	const { places, unplaced, leftOut } = readPlaces(storeFile);
	const files = [...Map.groupBy(places, (place) => place.countrySlug ?? NOWHERE)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([slug, inCountry]) => countryFiles(slug, inCountry));
	const index: GeoIndex = {
		version: GEO_VERSION,
		regions: files.map(({ region }) => region),
		unplaced,
		...(leftOut.length > 0 && { leftOut }),
	};
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const { region, json } of files)
		await writeFile(path.join(folder, `${region.file}.json`), json);
	await writeFile(path.join(folder, 'index.json'), JSON.stringify(index));
	const sum = (of: (file: CountryFile) => number): number =>
		files.reduce((total, file) => total + of(file), 0);
	return {
		files: files.length,
		sessions: sum(({ region }) => region.sessions),
		events: sum(({ region }) => region.events),
		unplaced,
		leftOut: booked(leftOut),
		bytes: sum(({ json }) => json.length),
		gzip: sum(({ gzip }) => gzip),
		largestBytes: Math.max(0, ...files.map(({ json }) => json.length)),
		largestGzip: Math.max(0, ...files.map(({ gzip }) => gzip)),
	};
}

function booked(things: readonly string[]): LeftOut[] {
	const book = new LeftOutBook();
	for (const name of things)
		book.add('places', 'its place cannot be read', name, path.basename(name));
	return book.groups();
}

function readPlaces(storeFile: string): AllPlaces {
	const store = openStore(storeFile);
	try {
		return allPlaces(store);
	} finally {
		store.close();
	}
}

interface CountryFile {
	region: GeoRegion;
	json: Buffer;
	gzip: number;
}

function countryFiles(slug: string, places: readonly StoredPlace[]): CountryFile[] {
	const country = mostUsed(places.flatMap((place) => place.country ?? [])) ?? null;
	const parts = splitSpots(
		places,
		(part) => gzipSync(JSON.stringify(encodePlaces(part))).length <= GREATEST_GZIP,
	);
	return parts.map((part, i): CountryFile => {
		const file = encodePlaces(part);
		const digest = hash('sha1', JSON.stringify(file), 'base64url').slice(0, 10);
		const json = Buffer.from(JSON.stringify({ digest, ...file } satisfies StampedGeoFile));
		const { south, west, north, east } = boxAround(part);
		return {
			region: {
				file: parts.length === 1 ? slug : `${slug}.${i + 1}`,
				digest,
				country,
				sessions: part.filter(({ kind }) => kind === 'sessions').length,
				events: part.filter(({ kind }) => kind === 'events').length,
				box: {
					south: Math.floor(south * 100) / 100,
					west: Math.floor(west * 100) / 100,
					north: Math.ceil(north * 100) / 100,
					east: Math.ceil(east * 100) / 100,
				},
			},
			json,
			gzip: gzipSync(json).length,
		};
	});
}
