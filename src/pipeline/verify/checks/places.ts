import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { placeFiles } from '../../../core/addresses.ts';
import { findPage } from '../../../core/site-files.ts';
import { boxHolds } from '../../../search/places/box.ts';
import { decodePlaces, type StampedGeoFile } from '../../../search/places/geo-file.ts';
import type { GeoIndex, GeoRegion } from '../../../search/places/geo-index.ts';
import { placeKey, type Place } from '../../../search/places/place.ts';
import type { Store } from '../../../store/open.ts';
import type { SiteCheck } from '../base/check.ts';

const FOLDER = placeFiles().slice(1);
const INDEX = `${FOLDER}index.json`;

/**
 * The files of places, which the index stage writes, contain every session with a position and every such
 * event that is not over, each once and with a page.
 */
export const places: SiteCheck = {
	name: 'places',
	todo: 'Write the files of places again: `npm run mirror -- --from index`.',
	check({ site, folder, facts, store }, report) {
		const wanted = placedThings(store, facts.upstream.data.date.slice(0, 10));
		if (!site.files.has(INDEX)) {
			if (existsSync(path.join(folder, 'pagefind')) && wanted.size > 0) report(INDEX, 'is missing');
			return;
		}
		const index = JSON.parse(readFileSync(path.join(folder, INDEX), 'utf8')) as GeoIndex;
		for (const key of index.leftOut ?? []) wanted.delete(key);
		const files = new Set([INDEX]);
		for (const region of index.regions) {
			const file = `${FOLDER}${region.file}.json`;
			files.add(file);
			if (!site.files.has(file)) {
				report(file, 'is missing');
				continue;
			}
			const content = readFileSync(path.join(folder, file));
			let places: Place[];
			try {
				const geo = JSON.parse(content.toString()) as StampedGeoFile;
				if (geo.digest !== region.digest) report(file, 'is not the one that the index means');
				places = decodePlaces(geo, region.country);
			} catch (error) {
				report(file, `cannot be read: ${(error as Error).message}`);
				continue;
			}
			checkCounts(region, places, (what) => report(file, what));
			for (const place of places) {
				const key = placeKey(place);
				if (!wanted.delete(key)) report(file, `${key} does not belong there, or is there twice`);
				if (!boxHolds(region.box, place)) report(file, `${key} is outside the file's box`);
				if (!findPage(`/${key}`, (name) => site.files.has(name)))
					report(file, `${key} has no page`);
			}
		}
		for (const key of wanted) report(INDEX, `${key} has a position and is in no file`);
		for (const file of site.files.keys())
			if (file.startsWith(FOLDER) && !files.has(file)) report(file, 'is not in the index');
	},
};

function checkCounts(
	{ sessions, events }: GeoRegion,
	places: readonly { kind: string }[],
	report: (what: string) => void,
): void {
	const found = places.filter(({ kind }) => kind === 'sessions').length;
	if (found !== sessions) report(`${found} sessions, ${sessions} by the index`);
	if (places.length - found !== events)
		report(`${places.length - found} events, ${events} by the index`);
}

/** `sessions/35`: things with a position; only events that are not over on a day. */
function placedThings({ database }: Store, day: string): Set<string> {
	const rows = database
		.prepare(
			`SELECT 'sessions/' || id AS key FROM session
			WHERE latitude IS NOT NULL AND longitude IS NOT NULL
			UNION ALL
			SELECT 'events/' || id FROM event
			WHERE latitude IS NOT NULL AND longitude IS NOT NULL
				AND starts IS NOT NULL AND substr(max(starts, coalesce(ends, starts)), 1, 10) >= ?`,
		)
		.all(day);
	return new Set(rows.map((row) => String(row['key'])));
}
