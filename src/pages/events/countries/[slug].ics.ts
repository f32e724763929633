import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, chrome, store } from '../../../site.ts';
import { calendarCountries, countryCalendar } from '../../../views/country-calendar.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = (() =>
	pathsOf(
		chrome,
		calendarCountries(store),
		(slug) => ({ slug }),
		(slug) => countryCalendar(store, slug, absolute),
	)) satisfies GetStaticPaths;

export const GET = (({ props }) =>
	new Response(countryCalendar(store, String(props['thing']), absolute), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	})) satisfies APIRoute;
