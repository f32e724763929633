/** A part of the world whose sessions and events are kept together. */
export interface Region {
	/** As used in ids of bundles: `europe`. */
	id: string;
	name: string;
	/** Slugs of its countries. */
	countries: readonly string[];
}

/** In display order. Every other country, and none, is in the last one. */
export const REGIONS: readonly Region[] = [
	{ id: 'ireland', name: 'Ireland', countries: ['ireland', 'northern-ireland'] },
	{
		id: 'england-and-wales',
		name: 'England and Wales',
		countries: ['england', 'wales', 'isle-of-man', 'jersey', 'guernsey', 'channel-islands'],
	},
	{ id: 'scotland', name: 'Scotland', countries: ['scotland'] },
	{ id: 'usa', name: 'USA', countries: ['usa'] },
	{ id: 'canada', name: 'Canada', countries: ['canada'] },
	{
		id: 'europe',
		name: 'Elsewhere in Europe',
		countries: [
			...['albania', 'andorra', 'austria', 'belarus', 'belgium', 'bosnia-and-herzegovina'],
			...['bulgaria', 'croatia', 'cyprus', 'czech-republic', 'czechia', 'denmark', 'estonia'],
			...['faroe-islands', 'finland', 'france', 'germany', 'gibraltar', 'greece', 'hungary'],
			...['iceland', 'italy', 'latvia', 'liechtenstein', 'lithuania', 'luxembourg', 'malta'],
			...['monaco', 'montenegro', 'netherlands', 'the-netherlands', 'norway', 'poland'],
			...['portugal', 'romania', 'russia', 'serbia', 'slovakia', 'slovenia', 'spain'],
			...['sweden', 'switzerland', 'turkey', 'ukraine'],
		],
	},
	{
		id: 'australia-and-new-zealand',
		name: 'Australia and New Zealand',
		countries: ['australia', 'new-zealand'],
	},
	{ id: 'elsewhere', name: 'Elsewhere', countries: [] },
];

/** The id of a country's region; a country that no region lists is `elsewhere`. */
export function regionOf(countrySlug: string): string {
	return REGION_OF.get(countrySlug) ?? 'elsewhere';
}

const REGION_OF = new Map(
	REGIONS.flatMap(({ id, countries }) => countries.map((slug) => [slug, id] as const)),
);
