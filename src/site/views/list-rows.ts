import * as addresses from '../../core/addresses.ts';
import { eventDays, lastDay, longDate, timeOfDay } from '../../core/dates.ts';
import { keyLabel } from '../../core/music.ts';
import type {
	ListedArtist,
	ListedDiscussion,
	ListedEvent,
	ListedRecording,
	ListedSession,
	ListedTune,
} from '../../store/catalogue.ts';
import type { MemberRow } from '../../store/members.ts';
import { counted, joined, type Link } from './page.ts';

/** One row of a list: a link, what distinguishes it from its neighbours, and a number to compare. */
export interface ListRow extends Link {
	/** Columns, the same in every row of a list; empty where unknown. */
	facts: string[];
	/** Shown at the end: a count or a date. */
	end: string;
}

/**
 * The columns of a list's rows, from the name to the end, in one word each; '' for what nobody would sort by.
 * `date` is sorted by day, counts by number.
 */
export const COLUMNS = {
	tunes: ['name', 'type', 'key', 'tunebooks'],
	newTunes: ['name', 'type', 'key', 'date'],
	recordedTunes: ['name', 'type', 'key', 'recordings'],
	discussedTunes: ['name', 'type', 'comments', 'discussions'],
	composers: ['name', 'tune', 'tunes'],
	recordings: ['name', 'artist', 'tracks'],
	newRecordings: ['name', 'artist', 'date'],
	ofArtist: ['name', 'tracks'],
	artists: ['name', 'recordings'],
	sessions: ['name', 'place', 'date'],
	events: ['name', 'place', ''],
	discussions: ['name', '', 'posts'],
	members: ['name', '', 'comments'],
} as const;

export function tuneRow({ id, name, type, modes, tunebooks }: ListedTune): ListRow {
	return {
		name,
		address: addresses.thing({ kind: 'tunes', id }),
		facts: [type, keys(modes)],
		end: tunebooks > 0 ? counted(tunebooks, 'tunebook') : '',
	};
}

/** The first two keys; says so if a tune has more. */
function keys(modes: readonly string[]): string {
	const shown = modes.slice(0, 2).map(keyLabel).join(', ');
	return modes.length > 2 ? `${shown} …` : shown;
}

export function newTuneRow(tune: ListedTune): ListRow {
	return { ...tuneRow(tune), end: dated(tune.date) };
}

export function recordedTuneRow(tune: ListedTune): ListRow {
	return { ...tuneRow(tune), end: counted(tune.recordings, 'recording') };
}

export function discussedTuneRow(tune: ListedTune): ListRow {
	return {
		...tuneRow(tune),
		facts: [tune.type, tune.comments > 0 ? counted(tune.comments, 'comment') : ''],
		end: tune.discussions > 0 ? counted(tune.discussions, 'discussion') : '',
	};
}

export function recordingRow({ id, name, artist, tracks }: ListedRecording): ListRow {
	return {
		name,
		address: addresses.thing({ kind: 'recordings', id }),
		facts: [artist ?? ''],
		end: counted(tracks, 'track'),
	};
}

export function newRecordingRow(recording: ListedRecording): ListRow {
	return { ...recordingRow(recording), end: dated(recording.date) };
}

export function artistRow({ slug, name, recordings }: ListedArtist): ListRow {
	return {
		name,
		address: addresses.artist(slug),
		facts: [],
		end: counted(recordings, 'recording'),
	};
}

export function sessionRow({ id, name, town, area, country, date }: ListedSession): ListRow {
	return {
		name,
		address: addresses.thing({ kind: 'sessions', id }),
		facts: [joined([...new Set([town, area, country])])],
		end: dated(date),
	};
}

export function eventRow({ id, name, town, country, starts, ends }: ListedEvent): ListRow {
	return {
		name,
		address: addresses.thing({ kind: 'events', id }),
		facts: [joined([town, country])],
		end: starts === null ? '' : eventDays(starts, ends),
	};
}

export function discussionRow({ id, name, member, date, comments }: ListedDiscussion): ListRow {
	return {
		name,
		address: addresses.thing({ kind: 'discussions', id }),
		facts: [joined([member, dated(date)], ' · ')],
		end: counted(comments, 'post'),
	};
}

export function memberRow(member: MemberRow): ListRow {
	return {
		name: member.name,
		address: addresses.member(member.slug),
		facts: [
			joined(
				[
					member.settings > 0 && counted(member.settings, 'setting'),
					member.sets > 0 && counted(member.sets, 'set'),
					member.recordings > 0 && counted(member.recordings, 'recording'),
					member.discussions > 0 && counted(member.discussions, 'discussion'),
				].map((part) => part || null),
			),
		],
		end: member.comments > 0 ? counted(member.comments, 'comment') : '',
	};
}

/** The days, and the times of a single day where upstream gives them. */
export function eventDates(starts: string, ends: string | null): string {
	if (lastDay(starts, ends) !== undefined) return eventDays(starts, ends);
	const [from, to] = [timeOfDay(starts), ends === null ? undefined : timeOfDay(ends)];
	const hours = from && to && from !== to ? `${from} – ${to}` : from;
	return joined([longDate(starts), hours]);
}

export function dated(date: string | null): string {
	return date === null ? '' : longDate(date);
}
