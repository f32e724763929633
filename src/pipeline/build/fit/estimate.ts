import type { ApiGroup } from '../../../api/groups.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';
import type { PackGroup } from '../../../offline/packs/catalogue.ts';
import type { Features } from './features.ts';
import { PARTS, type PartBytes } from './parts.ts';
import type { Ratios } from './sizes.ts';

/** The estimated size of a site, in bytes, and of the parts that can be left out. */
export interface Estimate {
	parts: PartBytes;
	/** Pages of the API's lists after the first. */
	furtherLists: number;
	/** By group that is written; `xml` is what XML adds to the others. */
	api: Partial<Record<ApiGroup, number>>;
	/** By group that is offered, without popular tunes. */
	packs: Partial<Record<PackGroup, number>>;
	/** Excerpts in the search index. */
	searchTexts: number;
	/** Staves of tunes that are not popular: those of settings after the first, and all. */
	staves: { further: number; all: number };
}

export interface Chosen {
	api: readonly ApiGroup[];
	packs: readonly PackGroup[];
}

/**
 * The size of a site before it is built. The coefficients are bytes, found by least squares over the
 * pages and files of a synthetic mirror (scale 0.05): the page of a tune, the markup around a comment, a
 * byte of a comment's text, which grows or shrinks a little when it becomes part of a page.
 */
export function estimate(of: Features, chosen: Chosen): Estimate {
	const pages = pageBytes(of);
	const api = apiBytes(of, chosen.api);
	const packs = packBytes(of, pages, chosen.packs);
	const popular = chosen.packs.includes('tunes')
		? 0.2 * popularPages(of, pages) + 0.42 * of.popularSvg
		: 0;
	const pageCount =
		KINDS.reduce((sum, kind) => sum + of.kinds[kind].things, of.members.members) +
		Object.values(of.lists).reduce((sum, { pages: n }) => sum + n, 0);
	return {
		parts: {
			...pages,
			search: searchBytes(of),
			packs: sumOf(packs) + popular + 24_000,
			api: sumOf(api),
			sitemaps: 61 * pageCount,
			calendars: 379 * of.datedEvents,
			other: 3_550_000 + 16 * named(of),
		},
		furtherLists:
			LIST_LINE * (of.apiLines.all - of.apiLines.first) * (chosen.api.includes('lists') ? 1 : 0),
		api,
		packs,
		searchTexts: 58 * library(of),
		staves: {
			further: STAFF * of.furtherSvg,
			all: STAFF * (of.svg - of.popularSvg),
		},
	};
}

/** An estimate corrected by the measurements of another site. */
export function correctedEstimate(of: Estimate, ratios: Ratios): Estimate {
	const scaled = <T extends object>(bytes: T, ratio = 1): T =>
		Object.fromEntries(Object.entries(bytes).map(([key, n]) => [key, Number(n) * ratio])) as T;
	return {
		parts: Object.fromEntries(
			PARTS.map((part) => [part, of.parts[part] * (ratios[part] ?? 1)]),
		) as PartBytes,
		furtherLists: of.furtherLists * (ratios.api ?? 1),
		api: scaled(of.api, ratios.api),
		packs: scaled(of.packs, ratios.packs),
		searchTexts: of.searchTexts * (ratios.search ?? 1),
		staves: scaled(of.staves, ratios.tunes),
	};
}

type Pages = Pick<PartBytes, Kind | 'members' | 'lists'>;

function pageBytes(of: Features): Pages {
	const { kinds, members } = of;
	const talk = (kind: Kind): number => {
		const { comments, html, mentions } = kinds[kind];
		return 124 * comments + 0.972 * html + 95 * mentions;
	};
	return {
		tunes:
			2337 * kinds.tunes.things +
			637 * of.settings +
			0.965 * of.abc +
			STAFF * of.svg +
			49 * of.aliases +
			85.5 * of.tuneRecordings +
			6.4 * of.tuneSets +
			36 * of.tuneCompany +
			talk('tunes'),
		recordings:
			2010 * kinds.recordings.things +
			23.2 * of.tracks +
			51 * of.trackTunes +
			67.6 * of.recordingCompany +
			talk('recordings'),
		sessions: 2910 * kinds.sessions.things + 67.5 * of.sessionsNearby + talk('sessions'),
		events: 2945 * kinds.events.things + talk('events'),
		discussions: 1520 * kinds.discussions.things + talk('discussions'),
		members:
			1450 * members.members +
			109 * members.settings +
			92 * members.recordings +
			70 * members.sessions +
			72 * members.events +
			88 * members.discussions +
			303 * members.sets +
			132 * members.comments,
		lists: Object.entries(of.lists).reduce(
			(sum, [section, { pages, lines }]) =>
				sum + 1790 * pages + (section === 'discussions' ? 109 : 94) * lines,
			160_000,
		),
	};
}

/** Pagefind's index grows slightly more slowly than the text, as words repeat. */
function searchBytes(of: Features): number {
	const { discussions } = of.kinds;
	const comments = KINDS.filter((kind) => kind !== 'discussions').reduce(
		(sum, kind) => sum + of.kinds[kind].html,
		0,
	);
	return 0.69 * discussions.html ** 0.975 + 0.815 * comments ** 0.975 + 194 * library(of) + 200_000;
}

/** Packs are pages without their drawings, deflated. */
function packBytes(of: Features, pages: Pages, groups: readonly PackGroup[]): Estimate['packs'] {
	const share: Record<PackGroup, number> = {
		tunes: 0.205 * (pages.tunes - STAFF * of.svg + listBytes(of, 'tunes')),
		recordings: 0.139 * (pages.recordings + listBytes(of, 'recordings')),
		sessions: 0.129 * (pages.sessions + listBytes(of, 'sessions')),
		events: 0.131 * (pages.events + listBytes(of, 'events')),
		discussions: 0.3 * (pages.discussions + listBytes(of, 'discussions')),
	};
	return Object.fromEntries(groups.map((group) => [group, share[group]]));
}

function listBytes(of: Features, section: Kind): number {
	const { pages, lines } = of.lists[section] ?? { pages: 0, lines: 0 };
	return 1790 * pages + 100 * lines;
}

function popularPages(of: Features, pages: Pages): number {
	const { things } = of.kinds.tunes;
	return things === 0
		? 0
		: ((pages.tunes - STAFF * of.svg) * Math.min(of.popular, things)) / things;
}

/** Bytes on a page per byte of a drawing. */
const STAFF = 1.006;

/** Bytes of an entry in a JSON list. */
const LIST_LINE = 348;

function apiBytes(of: Features, groups: readonly ApiGroup[]): Estimate['api'] {
	const { kinds } = of;
	const item = (kind: Kind, each: number): number =>
		each * kinds[kind].things + 200 * kinds[kind].comments + 1.025 * kinds[kind].html;
	const things = KINDS.reduce((sum, kind) => sum + kinds[kind].things, 0);
	const bytes: Record<Exclude<ApiGroup, 'xml'>, number> = {
		lists: 650_000 + LIST_LINE * of.apiLines.all,
		tunes: item('tunes', 300) + 191 * of.settings + 1.015 * of.abc + 23 * of.aliases,
		recordings: item('recordings', 329) + 84 * of.trackTunes,
		sessions: item('sessions', 468),
		events: item('events', 501),
		discussions: item('discussions', 217),
		members: 36_000 * of.members.members,
		activity: 400 * things + 520 * of.activities,
	};
	const written = groups.filter((group) => group !== 'xml');
	const json = Object.fromEntries(written.map((group) => [group, bytes[group]]));
	if (!groups.includes('xml')) return json;
	return {
		...json,
		xml: written.reduce((sum, group) => sum + (XML[group] ?? 1.25) * bytes[group], 0),
	};
}

/** Bytes that XML adds per byte of JSON. */
const XML: Partial<Record<ApiGroup, number>> = {
	lists: 1,
	tunes: 1.185,
	discussions: 1.17,
	members: 0.6,
	activity: 1.21,
};

const library = ({ kinds }: Features): number =>
	KINDS.reduce((sum, kind) => sum + (kind === 'discussions' ? 0 : kinds[kind].things), 0);

const named = (of: Features): number =>
	KINDS.reduce((sum, kind) => sum + of.kinds[kind].things, of.aliases + of.settings);

const sumOf = (bytes: Partial<Record<string, number>>): number =>
	Object.values(bytes).reduce<number>((sum, n) => sum + (n ?? 0), 0);
