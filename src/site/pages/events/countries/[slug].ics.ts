import type { APIRoute, GetStaticPaths } from 'astro';
import { countryCalendar as addressOf } from '../../../../core/addresses.ts';
import { EMPTY_CALENDAR } from '../../../icalendar.ts';
import { absolute, chrome, store } from '../../../site.ts';
import { calendarCountries, countryCalendar } from '../../../views/country-calendar.ts';
import { pathsOf } from '../../../views/paths.ts';
import { attempt, titled } from '../../../views/undrawn.ts';

export const getStaticPaths = (() =>
	pathsOf(
		chrome,
		calendarCountries(store),
		(slug) => ({ slug }),
		(slug) => countryCalendar(store, slug, absolute),
	)) satisfies GetStaticPaths;

export const GET = (({ props }) =>
	new Response(calendar(String(props['thing'])), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	})) satisfies APIRoute;

function calendar(slug: string): string {
	const make = (): string => countryCalendar(store, slug, absolute);
	return attempt(titled(addressOf(slug), slug, 'events'), make).view ?? EMPTY_CALENDAR;
}
