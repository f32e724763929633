import type { APIRoute, GetStaticPaths } from 'astro';
import { EMPTY_CALENDAR } from '../../icalendar.ts';
import { absolute, chrome, store } from '../../site.ts';
import { events } from '../../views/catalogue.ts';
import { eventCalendar } from '../../views/event.ts';
import { pathsOf } from '../../views/paths.ts';
import { attempt, titledThing } from '../../views/undrawn.ts';

export const getStaticPaths = (() =>
	pathsOf(
		chrome,
		events(store)
			.filter((event) => event.starts !== null)
			.map((event) => event.id),
		(id) => ({ id: String(id) }),
		(id) => eventCalendar(store, id, absolute),
	)) satisfies GetStaticPaths;

export const GET = (({ props }) =>
	new Response(calendar(Number(props['thing'])), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	})) satisfies APIRoute;

function calendar(id: number): string {
	const make = (): string => eventCalendar(store, id, absolute);
	return attempt(titledThing(store, { kind: 'events', id }), make).view ?? EMPTY_CALENDAR;
}
