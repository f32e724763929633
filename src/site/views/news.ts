import * as addresses from '../../core/addresses.ts';
import { eventDays } from '../../core/dates.ts';
import { keyLabel } from '../../core/music.ts';
import { storeFacts } from '../../store/facts.ts';
import { commentedSince, eventsSince, settingsSince } from '../../store/news.ts';
import type { Store } from '../../store/open.ts';
import { discussions, events, recordings, sessions, tunes } from './catalogue.ts';
import {
	dated,
	discussionRow,
	eventRow,
	newRecordingRow,
	newTuneRow,
	sessionRow,
	type ListRow,
} from './list-rows.ts';
import { newestOf } from './list.ts';
import { counted, formatNumber, SECTION_NAMES, type Link, type PageView } from './page.ts';
import { listLinks, browseLinks, type BrowseLinks } from './browse-links.ts';

/** The contents of the page of everything new this week. */
export interface NewsView {
	page: PageView;
	/** `7 – 14 November 2026` */
	days: string;
	/** Only non-empty ones. */
	parts: NewsPart[];
	/** Lists that go back further, where there are any. */
	ways: BrowseLinks[];
}

interface NewsPart {
	heading: string;
	count: string;
	lines: ListRow[];
	/** How many rows were left out, in words; null for none. */
	left: string | null;
	/** The list that continues it. */
	more: Link | null;
}

/** A busy week would make a long page. */
const SHOWN = 50;
const DAYS = 7;
const NEWEST_LISTS = ['tunes', 'recordings', 'sessions', 'discussions'] as const;

/** The view of what was added in the last seven days of upstream's data. */
export function newsView(store: Store): NewsView {
	const until = storeFacts(store).upstream.data.date;
	const since = daysBefore(until, DAYS);
	return {
		page: {
			title: 'New this week',
			description: 'Tunes, settings, recordings, sessions, events and talk of the last seven days.',
			address: addresses.news(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
		days: eventDays(since, until),
		parts: partsSince(store, since).filter((part) => part.lines.length > 0),
		ways: [
			browseLinks(
				'What was new before',
				NEWEST_LISTS.flatMap((kind) =>
					listLinks(store, kind, [[SECTION_NAMES[kind], addresses.newest(kind)]]),
				),
			),
		].filter(({ rows }) => rows.length > 0),
	};
}

function daysBefore(date: string, days: number): string {
	const day = new Date(date);
	day.setUTCDate(day.getUTCDate() - days);
	return day.toISOString().slice(0, 19).replace('T', ' ');
}

function partsSince(store: Store, since: string): NewsPart[] {
	const isNew = (row: { date: string }): boolean => row.date >= since;
	const newest = <Row extends { id: number; date: string | null }>(rows: readonly Row[]) =>
		newestOf(rows).filter(isNew);
	const added = new Set(eventsSince(store, since));
	return [
		part('New tunes', newest(tunes(store)).map(newTuneRow), addresses.newest('tunes')),
		part(
			'New settings of known tunes',
			settingsSince(store, since).map((row) => ({
				name: row.name,
				address: addresses.setting(row.tuneId, row.id),
				facts: [row.type, keyLabel(row.mode)],
				end: dated(row.date),
			})),
		),
		part(
			'New recordings',
			newest(recordings(store)).map(newRecordingRow),
			addresses.newest('recordings'),
		),
		part('New sessions', newest(sessions(store)).map(sessionRow), addresses.newest('sessions')),
		part(
			'Events added',
			events(store)
				.filter(({ id }) => added.has(id))
				.map(eventRow),
		),
		part(
			'New discussions',
			newest(discussions(store)).map(discussionRow),
			addresses.newest('discussions'),
		),
		part(
			'New comments',
			commentedSince(store, since).map((row) => ({
				name: row.name,
				address: addresses.comment(row, row.comment),
				facts: [row.kind.slice(0, -1)],
				end: counted(row.comments, 'comment'),
			})),
		),
	];
}

function part(heading: string, lines: ListRow[], list?: string): NewsPart {
	const left = lines.length - SHOWN;
	return {
		heading,
		count: formatNumber(lines.length),
		lines: lines.slice(0, SHOWN),
		left: left > 0 ? `${formatNumber(left)} more` : null,
		more: left > 0 && list ? { name: `All ${heading.toLowerCase()}`, address: list } : null,
	};
}
