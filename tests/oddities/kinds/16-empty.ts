import { expect } from 'vitest';
import { KINDS, type Kind } from '../../../src/core/kinds.ts';
import type { Oddity, OddityKind, Part } from '../oddity.ts';
import type { Site } from '../site.ts';
import { plain } from '../table-file.ts';
import type { Upstream } from '../upstream.ts';

/** Every address of the navigation, of the fronts and of the API page that does not hang on one thing. */
const STANDING = [
	'/tunes/',
	'/tunes/popular',
	'/tunes/recorded',
	'/tunes/discussed',
	'/tunes/new',
	'/tunes/composers/',
	'/recordings/',
	'/recordings/new',
	'/recordings/artists/',
	'/sessions/',
	'/sessions/new',
	'/events/',
	'/events/upcoming',
	'/discussions/',
	'/discussions/new',
	'/discussions/longest',
	'/members/',
	'/',
	'/new',
	'/nearby',
	'/search',
	'/mine',
	'/tunebook',
	'/offline',
	'/about',
	'/licence',
	'/api',
	'/changes',
];
const FILES = [
	...['tunes', 'recordings', 'sessions', 'events', 'discussions'].flatMap((kind) => [
		`${kind}/new.json`,
		`${kind}/new.rss`,
		`${kind}/new.atom`,
		`${kind}/comments.json`,
		`${kind}/comments.rss`,
		`${kind}/activity.json`,
	]),
	'tunes/popular.json',
	'tunes/recordings.json',
	'tunes/sets.json',
	'events/upcoming.json',
	'comments.json',
	'comments.rss',
	'activity.json',
];

function stand(site: Site): void {
	expect(STANDING.filter((address) => !site.has(address))).toEqual([]);
	expect(FILES.filter((file) => !site.files().includes(file))).toEqual([]);
}

function says(site: Site, address: string, what: string): void {
	expect(site.text(address)).toContain(`There are no ${what} here at present.`);
}

/** Everything of a kind goes: its rows, its pages, and the rows that hang on it. */
function without(upstream: Upstream, kind: Kind): void {
	for (const path of upstream.archive.keys())
		if (path.startsWith(`${kind}/`)) upstream.archive.delete(path);
	if (kind !== 'discussions') upstream.tables[kind].rows = [];
	if (kind === 'tunes')
		for (const table of ['aliases', 'tune_popularity', 'sets'] as const)
			upstream.tables[table].rows = [];
	const gone = upstream.texts.filter(({ page }) => page === null || page.startsWith(`/${kind}/`));
	for (const text of gone) upstream.texts.splice(upstream.texts.indexOf(text), 1);
}

const ALL: Part[] = [
	'tunes',
	'aliases',
	'tune_popularity',
	'recordings',
	'sessions',
	'events',
	'sets',
	...KINDS.map((kind) => `archive/${kind}` as const),
];

const rows: Oddity[] = [
	{
		name: 'no event is to come, no composer is named, nobody made a set, nothing is popular',
		parts: ALL,
		change(upstream) {
			for (const row of upstream.tables.events.rows)
				Object.assign(row, { dtstart: '2001-01-01 20:00:00', dtend: '' });
			for (const [path, html] of upstream.archive)
				if (path.startsWith('events/'))
					upstream.archive.set(path, String(html).replaceAll('2030-', '2001-'));
			upstream.tables.sets.rows = [];
			upstream.tables.tune_popularity.rows = [];
		},
		shown(site) {
			stand(site);
			says(site, '/events/upcoming', 'events');
			says(site, '/tunes/popular', 'tunes');
			says(site, '/tunes/composers/', 'composers');
			expect(site.json('/events/upcoming.json')).toMatchObject({ total: 0, events: [] });
			expect(site.raw('/events/countries/ireland.ics')).toContain('BEGIN:VEVENT');
		},
	},
	{
		name: 'nobody is known and nobody said anything',
		parts: ALL,
		change(upstream) {
			for (const row of [...upstream.tables.tunes.rows, ...upstream.tables.sets.rows])
				Object.assign(row, { username: '', member_id: '' });
			for (const kind of KINDS)
				for (const id of [1, 2, 3, 4])
					upstream.page(kind, id, {
						name: kind === 'tunes' ? `Ferry ${id}` : `${kind} ${id}`,
						member: null,
						settings: [],
					});
			upstream.texts.length = 0;
		},
		shown(site) {
			stand(site);
			says(site, '/members/', 'members');
			says(site, '/tunes/discussed', 'tunes');
		},
	},
	...KINDS.map((kind): Oddity => ({
		name: `there are no ${kind} at all`,
		parts: ALL,
		change: (upstream) => without(upstream, kind),
		shown(site) {
			stand(site);
			says(site, `/${kind}/`, kind);
			expect(site.facts().counts[kind]).toBe(0);
		},
	})),
	{
		name: 'there is one tune and nothing else',
		parts: ALL,
		change(upstream) {
			for (const kind of KINDS) without(upstream, kind);
			for (const table of Object.values(upstream.tables)) table.rows = [];
			upstream.texts.length = 0;
			upstream.tune(1);
			for (const name of ['tunes', 'sets'] as const) upstream.tables[name].write = plain(name);
		},
		shown: stand,
	},
];

export const empty: OddityKind = { title: '16: lists that are empty', rows };
