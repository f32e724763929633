import * as addresses from '../../core/addresses.ts';
import type { MemberList } from '../../core/addresses.ts';
import { keyLabel } from '../../core/music.ts';
import {
	commentsByMember,
	discussionsByMember,
	eventsByMember,
	recordingsByMember,
	sessionsByMember,
	settingsByMember,
	type AddedRow,
	type MemberRow,
} from '../../store/members.ts';
import type { Store } from '../../store/open.ts';
import { dated, type ListRow } from './list-rows.ts';

/** A category of what a member has added. */
export type Part = MemberList | 'comments';

/** A category shown as rows: everything except sets. */
export type LinePart = Exclude<Part, 'sets'>;

/** The names of the categories, in the order of a member's page. */
export const PART_NAMES = {
	tunes: { heading: 'Settings of tunes', unit: 'setting' },
	sets: { heading: 'Sets', unit: 'set' },
	recordings: { heading: 'Recordings', unit: 'recording' },
	sessions: { heading: 'Sessions', unit: 'session' },
	events: { heading: 'Events', unit: 'event' },
	discussions: { heading: 'Discussions', unit: 'discussion' },
	comments: { heading: 'Comments', unit: 'comment' },
} satisfies Record<Part, { heading: string; unit: string }>;

/** How many things of a category a member has added. */
export function partCount(member: MemberRow, part: Part): number {
	return part === 'tunes' ? member.settings : member[part];
}

/** The newest rows of one category, at most `limit`. */
export function partLines(
	store: Store,
	member: MemberRow,
	part: LinePart,
	limit: number,
): ListRow[] {
	return READERS[part](store, member.id, limit);
}

type Reader<T> = (store: Store, memberId: number, limit: number) => T[];

const READERS: Record<LinePart, Reader<ListRow>> = {
	tunes: (store, id, limit) =>
		settingsByMember(store, id, limit).map((row) => ({
			name: row.name,
			address: addresses.setting(row.tuneId, row.id),
			facts: [row.type, keyLabel(row.mode)],
			end: dated(row.date),
		})),
	recordings: added('recordings', recordingsByMember),
	sessions: added('sessions', sessionsByMember),
	events: added('events', eventsByMember),
	discussions: added('discussions', discussionsByMember),
	comments: (store, id, limit) =>
		commentsByMember(store, id, limit).map((row) => ({
			name: row.name,
			address: addresses.comment({ kind: row.kind, id: row.thingId }, row.id),
			facts: [],
			end: dated(row.date),
		})),
};

function added(
	kind: 'recordings' | 'sessions' | 'events' | 'discussions',
	read: Reader<AddedRow>,
): Reader<ListRow> {
	return (store, memberId, limit) =>
		read(store, memberId, limit).map(({ id, name, date }) => ({
			name,
			address: addresses.thing({ kind, id }),
			facts: [],
			end: dated(date),
		}));
}
