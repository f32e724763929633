import { fold } from '../../core/names.ts';
import { middle, type Coordinates } from './distance.ts';
import type { Place } from './place.ts';

/** A town, an area or a country that has sessions or events. */
export interface NamedSpot extends Coordinates {
	/** `Ennis, Clare, Ireland` */
	label: string;
	/** Number of sessions and events there. */
	count: number;
	/** The text that is compared with what is typed. */
	folded: string;
	/** Its own name only: `ennis`. */
	own: string;
	/** Whether it is an area or a country, which has no single position. */
	isWide: boolean;
}

/**
 * Every town, area and country of places, at the centre of its things. A town with the same name as its area
 * stands for the town alone: things elsewhere in the area would shift its position.
 */
export function namedSpots(places: readonly Place[]): NamedSpot[] {
	const groups = new Map<string, { inTown: Coordinates[]; wider: Coordinates[] }>();
	const groupOf = (name: string): { inTown: Coordinates[]; wider: Coordinates[] } => {
		const group = groups.get(name) ?? { inTown: [], wider: [] };
		groups.set(name, group);
		return group;
	};
	for (const place of places) {
		const [narrowest, ...wider] = labelsOf(place);
		if (narrowest === undefined) continue;
		groupOf(narrowest)[place.town === null ? 'wider' : 'inTown'].push(place);
		for (const name of wider) groupOf(name).wider.push(place);
	}
	return [...groups].flatMap(([name, { inTown, wider }]) => {
		const isWide = inTown.length === 0;
		const spots = isWide ? wider : inTown;
		const spot = middle(spots);
		if (!spot) return [];
		const own = fold(name.split(', ')[0] ?? '');
		return [{ ...spot, label: name, count: spots.length, folded: fold(name), own, isWide }];
	});
}

/** Whether a place is in the town, area or country with that label. */
export function isIn(place: Place, name: string): boolean {
	return labelsOf(place).includes(name);
}

/** Places that a text may mean, likeliest first: by match, then by number of things. */
export function findSpots(spots: readonly NamedSpot[], text: string, most: number): NamedSpot[] {
	const typed = fold(text);
	if (typed === '') return [];
	const words = typed.split(' ');
	return spots
		.map((spot) => ({ spot, rank: rankOf(spot, typed, words) }))
		.filter(({ rank }) => rank < NO_MATCH)
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				b.spot.count - a.spot.count ||
				(a.spot.label < b.spot.label ? -1 : a.spot.label > b.spot.label ? 1 : 0),
		)
		.slice(0, most)
		.map(({ spot }) => spot);
}

/** Whether the text is exactly the name, so that no other place is meant. */
export function isCalled({ folded, own }: NamedSpot, text: string): boolean {
	const typed = fold(text);
	return typed === folded || typed === own;
}

/** Reads `53.27, -9.05`; undefined when the text is not a pair of coordinates. */
export function parseSpot(text: string): Coordinates | undefined {
	const match = /^\s*([-+]?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
	if (!match) return undefined;
	const [latitude, longitude] = [Number(match[1]), Number(match[2])];
	return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
		? { latitude, longitude }
		: undefined;
}

const NO_MATCH = 4;

function rankOf({ folded, own }: NamedSpot, typed: string, words: readonly string[]): number {
	if (folded === typed) return 0;
	if (own === typed) return 1;
	if (folded.startsWith(typed)) return 2;
	const spaced = ` ${folded}`;
	return words.every((word) => spaced.includes(` ${word}`)) ? 3 : NO_MATCH;
}

/** Labels of its town, area and country, as far as known; some towns are also areas, some areas countries. */
function labelsOf({ town, area, country }: Place): string[] {
	const labels = [[town, area, country], [area, country], [country]].map((parts) =>
		[...new Set(parts.filter(Boolean))].join(', '),
	);
	return [...new Set(labels)].filter((name) => name !== '');
}
