import * as addresses from '../../core/addresses.ts';
import type { PlaceRow } from '../../store/places.ts';
import { joined, type Link } from './page.ts';
import type { LinkOrText } from './tune.ts';

/** Where a session or an event is, and contact details; null where unknown. */
export interface PlaceView {
	street: string | null;
	town: string | null;
	area: LinkOrText | null;
	country: LinkOrText | null;
	/** A point on OpenStreetMap. */
	map: string | null;
	latitude: number | null;
	longitude: number | null;
	telephone: LinkOrText | null;
	/** Its name is the address without scheme and `www.`. */
	website: Link | null;
}

export function placeView(kind: 'sessions' | 'events', row: PlaceRow): PlaceView {
	const { country, countrySlug, area, areaSlug, latitude, longitude, website } = row;
	const country_ = countrySlug === null ? null : addresses.country(kind, countrySlug);
	const hasAreaPage = kind === 'sessions' && countrySlug !== null && areaSlug !== null;
	return {
		street: row.address,
		town: row.town,
		area:
			area === null
				? null
				: {
						name: area,
						address: hasAreaPage ? addresses.area(kind, countrySlug, areaSlug) : null,
					},
		country: country === null ? null : { name: country, address: country_ },
		map: latitude === null || longitude === null ? null : addresses.map(latitude, longitude),
		latitude,
		longitude,
		telephone: telephoneOf(row.telephone),
		website: website === null ? null : { name: websiteName(website), address: website },
	};
}

/** The country and area above a page about a place. */
export function placeTrail({ country, area }: PlaceView): Link[] {
	return [country, area].filter((part): part is Link => part !== null && part.address !== null);
}

/** A place as a schema.org description. */
export function placeAbout(type: string, name: string | null, place: PlaceView): object {
	const { street, town, area, country, latitude, longitude } = place;
	const address = {
		...(street !== null && { streetAddress: street }),
		...(town !== null && { addressLocality: town }),
		...(area !== null && { addressRegion: area.name }),
		...(country !== null && { addressCountry: country.name }),
	};
	return {
		'@type': type,
		...(name !== null && { name }),
		...(Object.keys(address).length > 0 && { address: { '@type': 'PostalAddress', ...address } }),
		...(latitude !== null &&
			longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
	};
}

/** `town, area, country` as far as known. */
export function placeLine({ town, area, country }: PlaceView): string {
	// Some towns are also areas, and some areas countries.
	return joined([...new Set([town, area?.name, country?.name])]);
}

function telephoneOf(telephone: string | null): LinkOrText | null {
	if (telephone === null) return null;
	const digits = telephone.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
	return { name: telephone, address: digits.length >= 5 ? `tel:${digits}` : null };
}

function websiteName(website: string): string {
	return website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
