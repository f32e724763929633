import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, chrome, store } from '../../site.ts';
import { events } from '../../views/catalogue.ts';
import { eventCalendar } from '../../views/event.ts';
import { pathsOf } from '../../views/paths.ts';

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
	new Response(eventCalendar(store, Number(props['thing']), absolute), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	})) satisfies APIRoute;
