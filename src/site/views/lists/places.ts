import * as addresses from '../../../core/addresses.ts';
import { NOWHERE } from '../../../core/addresses.ts';
import { compareStrings } from '../../../core/names.ts';
import { mostUsed } from '../../../core/spellings.ts';
import type { ListedPlace } from '../../../store/catalogue.ts';
import type { SpotRow } from '../../../store/places.ts';
import type { ListRow } from '../list-rows.ts';
import { linesOf, type List } from '../list.ts';
import { formatNumber, type Link } from '../page.ts';

/** A list per country, each linking to the lists of its areas; for sessions also a list per area. */
export function countryLists<Row extends ListedPlace>(
	kind: 'sessions' | 'events',
	rows: readonly Row[],
	line: (row: Row) => ListRow,
	list: Pick<List, 'unit' | 'columns' | 'note'> & {
		heading: string;
		/** Those of them on the map, which does not know a country that has none. */
		spots: readonly SpotRow[];
	},
): List[] {
	const { spots, ...rest } = list;
	const common = { ...rest, section: kind };
	const onMap = new Set(spots.filter(isPlaced).map((row) => row.countrySlug ?? NOWHERE));
	return countries(rows).flatMap(([slug, inCountry]): List[] => {
		const name = slug === NOWHERE ? 'an unknown country' : countryName(slug, inCountry);
		const address = addresses.country(kind, slug);
		const areas = kind === 'sessions' && slug !== NOWHERE ? areaLists(slug, inCountry, line) : [];
		const heading = `${list.heading} in ${name}`;
		return [
			{
				...common,
				...linesOf(inCountry, line),
				address,
				heading,
				trail: [],
				nearby: onMap.has(slug)
					? addresses.nearby(slug === NOWHERE ? undefined : name, kind === 'events' ? kind : 'both')
					: null,
				calendar: kind === 'events' ? addresses.countryCalendar(slug) : null,
				related: areas.map((area) => ({
					name: `${area.name} (${formatNumber(area.total)})`,
					address: area.address,
				})),
			},
			...areas.map(({ name: areaName, ...area }) => ({
				...common,
				...area,
				heading: `${list.heading} in ${areaName}, ${name}`,
				trail: [{ name, address }],
				related: [],
			})),
		];
	});
}

/** The countries in use, by name, with the number of things in each. */
export function countryCounts(
	kind: 'sessions' | 'events',
	rows: readonly ListedPlace[],
): (Link & { count: number })[] {
	return countries(rows).map(([slug, inCountry]) => ({
		name: slug === NOWHERE ? 'Country unknown' : countryName(slug, inCountry),
		address: addresses.country(kind, slug),
		count: inCountry.length,
	}));
}

/** The name of the country that most of its things use. */
export function countryName(slug: string, inCountry: readonly ListedPlace[]): string {
	return mostUsed(inCountry.flatMap(({ country }) => country ?? [])) ?? slug;
}

function isPlaced({ latitude, longitude }: SpotRow): boolean {
	return latitude !== null && longitude !== null;
}

function countries<Row extends ListedPlace>(rows: readonly Row[]): [string, Row[]][] {
	return [...Map.groupBy(rows, (row) => row.countrySlug ?? NOWHERE)].sort(bySlug);
}

function areaLists<Row extends ListedPlace>(
	countrySlug: string,
	rows: readonly Row[],
	line: (row: Row) => ListRow,
): (Pick<List, 'address' | 'total' | 'lines'> & { name: string })[] {
	const known = rows.filter((row) => row.areaSlug !== null);
	return [...Map.groupBy(known, (row) => row.areaSlug ?? '')]
		.sort(bySlug)
		.map(([slug, inArea]) => ({
			...linesOf(inArea, line),
			name: mostUsed(inArea.flatMap(({ area }) => area ?? [])) ?? slug,
			address: addresses.area('sessions', countrySlug, slug),
		}));
}

function bySlug([a]: [string, unknown], [b]: [string, unknown]): number {
	if (a === NOWHERE || b === NOWHERE) return a === NOWHERE ? 1 : -1;
	return compareStrings(a, b);
}
