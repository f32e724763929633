import {
	placesAround,
	wantedPlaces,
	type PlaceAt,
	type Wanted,
} from '../../search/places/around.ts';
import { boxHolds, boxOfCircle, type Box } from '../../search/places/box.ts';
import type { Coordinates } from '../../search/places/distance.ts';
import { isIn } from '../../search/places/gazetteer.ts';
import type { PlaceFiles } from './place-files.ts';
import { countWords, dayWords } from './words.ts';

/** The results, and the message about them. */
export interface Answer {
	/** In the order of the list and of the map. */
	found: PlaceAt[];
	/** The point from which distances are measured. */
	from: Coordinates;
	status: string;
	/** Nothing is within reach, so finding the nearest requires everything to be loaded. */
	needsAll: boolean;
}

/** How many are named when nothing is within reach. */
const NEAREST = 3;
/** Beyond this, a map of results at any distance would show the whole world. */
const WIDEST_KM = 2500;

/** What lies around a point called `name`; at any distance if there is no radius. */
export function answerAround(
	files: PlaceFiles,
	wanted: Wanted,
	{ spot, name }: { spot: Coordinates; name: string },
	radius: number | null,
): Answer {
	const places = wantedPlaces(files.places, wanted);
	const reach = radius === null ? null : boxOfCircle(spot, radius);
	const found = placesAround(places, spot, radius);
	const where = radius === null ? `by distance from ${name}` : `within ${radius} km of ${name}`;
	const says = (more: string, box: Box | null): string =>
		[`${whatWords(found, wanted)} ${where}.`, more, gapWords(files, box)].filter(Boolean).join(' ');
	if (found.length > 0) return { found, from: spot, status: says('', reach), needsAll: false };
	if (!files.isComplete(null))
		return { found, from: spot, status: 'Looking …', needsAll: files.isComplete(reach) };
	const nearest = placesAround(places, spot, null).slice(0, NEAREST);
	const more = nearest.length === 0 ? '' : 'The nearest:';
	return { found: nearest, from: spot, status: says(more, null), needsAll: false };
}

/** What lies in an area or a country, measured from its middle. */
export function answerIn(
	files: PlaceFiles,
	wanted: Wanted,
	{ spot, name }: { spot: Coordinates; name: string },
): Answer {
	const inside = wantedPlaces(files.places, wanted).filter((place) => isIn(place, name));
	const found = placesAround(inside, spot, null);
	const what = `${whatWords(found, wanted)} in ${name}, from its middle outwards.`;
	const status = [what, gapWords(files, null)].filter(Boolean).join(' ');
	return { found, from: spot, status, needsAll: false };
}

/** What lies in a part of the map, measured from its middle. */
export function answerInView(files: PlaceFiles, wanted: Wanted, view: Box): Answer {
	const from = {
		latitude: (view.south + view.north) / 2,
		longitude: (view.west + view.east) / 2,
	};
	const inView = wantedPlaces(files.places, wanted).filter((place) => boxHolds(view, place));
	const found = placesAround(inView, from, null);
	const what = `${whatWords(found, wanted)} on this part of the map, by distance from its middle.`;
	const status = [what, gapWords(files, view)].filter(Boolean).join(' ');
	return { found, from, status, needsAll: false };
}

/** The message for a typed place that is not found; `` when nothing is typed. */
export function unknownWords(files: PlaceFiles, text: string): string {
	if (text === '') return '';
	if (!files.isComplete(null)) return `Looking for “${text}” …`;
	const unknown = `No place called “${text}” is known here. Type a town, an area or a country that has sessions, or latitude and longitude.`;
	return [unknown, gapWords(files, null)].filter(Boolean).join(' ');
}

/** The part of the map that shows an answer. */
export function boxOfAnswer({ found, from }: Answer, radius: number | null): Box {
	const farthest = found.at(-1)?.km ?? 0;
	const km =
		radius === null ? Math.max(1, Math.min(farthest, WIDEST_KM)) : Math.max(radius, farthest);
	return boxOfCircle(from, km);
}

/** The message about places that have not been loaded. */
function gapWords(files: PlaceFiles, box: Box | null): string {
	if (!files.isComplete(box)) return 'Loading more …';
	const missing = files.missing(box);
	if (missing.length === 0) return '';
	return `Not loaded: ${missing.join(', ')}. Check the connection and try again.`;
}

function whatWords(found: readonly PlaceAt[], wanted: Wanted): string {
	return countWords(found, wanted) + dayWords(wanted);
}
