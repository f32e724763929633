import { PLACES } from '../names.ts';
import type { Rng } from '../random.ts';
import { ADJECTIVES, NOUNS } from '../words.ts';

/** The location of a session or an event; an absent part is empty. */
export interface Place {
	venue: string;
	address: string;
	town: string;
	area: string;
	country: string;
	/** Decimal degrees. */
	latitude: string;
	longitude: string;
}

/** Name, latitude and longitude of the centre, areas; and the frequency. */
const COUNTRIES: readonly (readonly [readonly [string, number, number, string], number])[] = [
	[['Ireland', 53.2, -8, 'Clare Galway Kerry Cork Dublin Donegal Sligo Mayo'], 30],
	[['USA', 40, -90, 'Massachusetts New+York Illinois Oregon Vermont Ohio'], 28],
	[['England', 52.5, -1.5, 'Devon Yorkshire Kent Greater+London'], 14],
	[['Scotland', 56.5, -4, 'Highland Fife Lothian'], 8],
	[['Canada', 47, -75, 'Ontario Nova+Scotia Québec'], 5],
	[['Germany', 51, 10, 'Bayern Hessen Sachsen'], 4],
	[['France', 47, 1, 'Bretagne Île-de-France Occitanie'], 4],
	[['Australia', -34, 148, 'Victoria New+South+Wales Queensland'], 4],
	[['Japan', 35.5, 138, 'Tokyo Kyoto'], 2],
	[['New Zealand', -41, 173.5, 'Otago Wellington'], 1],
	[['Argentina', -34, -60, 'Buenos+Aires'], 1],
];

/** A place with a venue; always with coordinates, mostly with an address. */
export function somewhere(random: Rng): Place {
	const [country, latitude, longitude, areas] = random.weighted(COUNTRIES);
	return {
		venue: venueName(random),
		address: random.chance(0.05)
			? ''
			: `${random.between(1, 180)} ${random.pick(NOUNS)} ${random.pick(['Street', 'Road', 'Lane', 'Quay'])}`,
		town: random.pick(PLACES),
		area: random.pick(areas.split(' ')).replaceAll('+', ' '),
		country,
		latitude: (latitude + random.next() * 3 - 1.5).toFixed(8),
		longitude: (longitude + random.next() * 4 - 2).toFixed(8),
	};
}

function venueName(random: Rng): string {
	const noun = random.pick(NOUNS);
	return random.pick([
		`The ${random.pick(ADJECTIVES)} ${noun}`,
		`The ${noun} & ${random.pick(NOUNS)}`,
		`${noun}'s Bar`,
		`The ${noun} Arms`,
	]);
}
