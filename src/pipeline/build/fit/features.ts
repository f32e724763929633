import { PER_PAGE, SECTION_PAGES } from '../../../api/limits.ts';
import { SECTION_LISTS } from '../../../api/lists.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';
import { POPULAR, popularTuneIds } from '../../../store/tunes.ts';
import { TABLES } from '../../../store/tables.ts';
import type { Store } from '../../../store/open.ts';
import { sectionsOf } from '../../../site/views/navigation.ts';
import { LINES_PER_PAGE, listPages } from '../../../site/views/list.ts';
import { listsOf } from '../../../site/views/lists/of-section.ts';
import { memberListPages } from '../../../site/views/member.ts';
import type { Section } from '../../../site/views/page.ts';

/** What determines the size of a site: counts, and bytes of text, over the whole store. */
export interface Features {
	/** Things of each kind, and what their pages show. */
	kinds: Record<Kind, KindFeatures>;
	settings: number;
	/** Bytes of ABC, and of drawings. */
	abc: number;
	svg: number;
	/** Bytes of the drawings of the tunes in the most tunebooks. */
	popularSvg: number;
	/** Bytes of the drawings of settings after the first, of all other tunes. */
	furtherSvg: number;
	aliases: number;
	/** Recordings that tunes are on, sets they are in, and tunes they are played with. */
	tuneRecordings: number;
	tuneSets: number;
	tuneCompany: number;
	tracks: number;
	trackTunes: number;
	recordingCompany: number;
	sessionsNearby: number;
	/** Events with a date; each has a calendar file. */
	datedEvents: number;
	members: MemberFeatures;
	/** How many tunes are in the pack of popular ones. */
	popular: number;
	/** Things in the API's activity streams. */
	activities: number;
	/** Entries in a section's JSON lists: all, and on first pages. */
	apiLines: { all: number; first: number };
	/** Pages and entries of each section's lists, including members' own lists. */
	lists: Partial<Record<Section, { pages: number; lines: number }>>;
}

interface KindFeatures {
	things: number;
	comments: number;
	/** Bytes of the comments' HTML. */
	html: number;
	/** Things linked from the comments on others. */
	mentions: number;
	/** Things that have comments. */
	talkedOf: number;
}

interface MemberFeatures {
	members: number;
	/** Entries on members' own pages. */
	settings: number;
	recordings: number;
	sessions: number;
	events: number;
	discussions: number;
	sets: number;
	comments: number;
}

/** Measures a store; takes a second or two at full scale. */
export function featuresOf(store: Store): Features {
	const one = (sql: string): number => Number(store.database.prepare(sql).get()?.['n'] ?? 0);
	const sum = (expression: string, from: string): number =>
		one(`SELECT total(${expression}) AS n FROM ${from}`);
	const rows = (table: string): number => one(`SELECT count(*) AS n FROM ${table}`);
	const popular = [...popularTuneIds(store)].join(',');
	const staves = (where: string): number =>
		sum('octet_length(svg)', `drawing JOIN setting ON setting.id = setting_id WHERE ${where}`);
	return {
		kinds: Object.fromEntries(
			KINDS.map((kind): [Kind, KindFeatures] => [
				kind,
				{
					things: rows(TABLES[kind]),
					comments: rows(`comment WHERE kind = '${kind}'`),
					html: sum('octet_length(html)', `comment WHERE kind = '${kind}'`),
					mentions: rows(`mention WHERE kind = '${kind}'`),
					talkedOf: rows(`${TABLES[kind]} WHERE comments > 0`),
				},
			]),
		) as Features['kinds'],
		settings: rows('setting'),
		abc: sum('octet_length(abc)', 'setting'),
		svg: sum('octet_length(svg)', 'drawing'),
		popularSvg: staves(`tune_id IN (${popular})`),
		furtherSvg: staves(`position > 1 AND tune_id NOT IN (${popular})`),
		aliases: rows('alias'),
		tuneRecordings: sum('recordings', 'tune'),
		tuneSets: sum('sets', 'tune'),
		tuneCompany: rows('company'),
		tracks: sum('tracks', 'recording'),
		trackTunes: rows('track_tune'),
		recordingCompany: rows('recording_company'),
		sessionsNearby: rows('session_nearby'),
		datedEvents: rows('event WHERE starts IS NOT NULL'),
		members: memberFeatures(sum, rows),
		popular: POPULAR,
		activities: KINDS.reduce(
			(total, kind) => total + sum('min(comments, 20)', TABLES[kind]),
			sum('min(settings, 20)', 'tune'),
		),
		apiLines: apiLines(store),
		lists: listFeatures(store),
	};
}

function apiLines(store: Store): Features['apiLines'] {
	const totals = SECTION_LISTS.map((list) => list.total(store));
	const upTo = (most: number): number => totals.reduce((sum, n) => sum + Math.min(n, most), 0);
	return { all: upTo(SECTION_PAGES * PER_PAGE), first: upTo(PER_PAGE) };
}

function memberFeatures(
	sum: (expression: string, from: string) => number,
	rows: (table: string) => number,
): MemberFeatures {
	// Like src/site/views/member.ts: a part that fits on a page is shown whole, else only its newest entries.
	const shown = (column: string, most: number, newest: number): number =>
		sum(`CASE WHEN ${column} <= ${most} THEN ${column} ELSE ${newest} END`, 'member');
	const lines = (column: string): number => shown(column, LINES_PER_PAGE, 10);
	return {
		members: rows('member'),
		settings: lines('settings'),
		recordings: lines('recordings'),
		sessions: lines('sessions'),
		events: lines('events'),
		discussions: lines('discussions'),
		sets: shown('sets', 40, 5),
		comments: sum('min(comments, 10)', 'member'),
	};
}

function listFeatures(store: Store): Features['lists'] {
	const lists: Features['lists'] = {};
	for (const section of sectionsOf(store)) {
		const all = [...listsOf(store, section).values()];
		lists[section] = {
			pages: [...listPages(all)].length,
			lines: all.reduce((total, list) => total + list.total, 0),
		};
	}
	// Every page but the last is full.
	const own = [...memberListPages(store)].length;
	const members = (lists.members ??= { pages: 0, lines: 0 });
	members.pages += own;
	members.lines += own * LINES_PER_PAGE * 0.8;
	return lists;
}
