import * as addresses from '../core/addresses.ts';
import { isoDate } from '../core/dates.ts';
import type { Kind, ThingRef } from '../core/kinds.ts';
import { newestActivities, type ActivityFilter, type ActivityRow } from '../store/api-activity.ts';
import { memberBySlug } from '../store/api-members.ts';
import type { Store } from '../store/open.ts';
import { keepNewest } from './keep-newest.ts';
import { identity, memberRef } from './refs.ts';

/** Whose activity a stream contains. */
export type ActivityScope = 'site' | Kind | ThingRef | { member: string };

/** A stream of JSON Activity Streams 1.0, newest first; a page past the end is empty. */
export function activityOf(
	store: Store,
	scope: ActivityScope,
	limit: number,
	offset: number,
): { items: object[] } {
	return { items: rowsOf(store, scope, limit, offset).map(activityObject) };
}

function rowsOf(store: Store, scope: ActivityScope, limit: number, offset: number): ActivityRow[] {
	if (scope === 'site') return ofSection(store, undefined, limit, offset);
	if (typeof scope === 'string') return ofSection(store, scope, limit, offset);
	if ('kind' in scope) return newest(store, { kind: scope.kind, thingId: scope.id }, limit, offset);
	const memberId = memberBySlug(store, scope.member)?.id;
	return memberId === undefined ? [] : newest(store, { memberId }, limit, offset);
}

/** The activity of a section, or of the whole site. */
const ofSection = keepNewest((store, kind: Kind | undefined, limit, offset) =>
	newest(store, kind === undefined ? {} : { kind }, limit, offset),
);

/** How many activities of a thing, a member or a section can be paged through. */
const DEEPEST = 2500;

function newest(
	store: Store,
	filter: ActivityFilter,
	limit: number,
	offset: number,
): ActivityRow[] {
	// Reading deeper would mean reading everything before it.
	if (offset >= DEEPEST) return [];
	return newestActivities(store, filter, offset + limit).slice(offset);
}

/** Something that somebody added or wrote, as a stream object. */
export function activityObject(row: ActivityRow): object {
	const target = targetOf(row);
	return {
		published: isoDate(row.date),
		title: titleOf(row),
		actor: actorOf(row),
		verb: 'post',
		object: objectOf(row),
		...(target && { target }),
	};
}

function actorOf({ member, number }: ActivityRow): object {
	return {
		url: memberRef(member, number).url,
		objectType: 'person',
		id: number === null ? null : `members:thesession:${number}`,
		displayName: member,
	};
}

const SINGULAR = {
	settings: 'setting',
	comments: 'comment',
	sets: 'set',
	tunes: 'tune',
	recordings: 'recording',
	sessions: 'session',
	events: 'event',
	discussions: 'discussion',
} as const;

function titleOf({ what, member, name }: ActivityRow): string {
	const who = member ?? 'Somebody';
	switch (what) {
		case 'settings':
			return `${who} added a setting of ${name}`;
		case 'comments':
			return `${who} commented on ${name}`;
		case 'sets':
			return `${who} added the set ${name}`;
		case 'discussions':
			return `${who} began the discussion ${name}`;
		default:
			return `${who} added the ${SINGULAR[what]} ${name}`;
	}
}

function objectOf(row: ActivityRow): object {
	const { what, id, name } = row;
	return {
		url: identity(addressOf(row)),
		objectType: SINGULAR[what],
		id: `${what}:thesession:${id}`,
		displayName: name,
	};
}

function addressOf({ what, id, kind, thingId, number }: ActivityRow): string {
	if (what === 'settings') return addresses.setting(thingId, id);
	if (what === 'comments' && kind) return addresses.comment({ kind, id: thingId }, id);
	if (kind) return addresses.thing({ kind, id });
	return number === null ? addresses.home() : `/members/${number}/sets/${id}`;
}

/** The thing that a setting or a comment was added to. */
function targetOf({ what, kind, thingId, name }: ActivityRow): object | undefined {
	if ((what !== 'settings' && what !== 'comments') || !kind) return undefined;
	return {
		url: identity(addresses.thing({ kind, id: thingId })),
		objectType: SINGULAR[kind],
		id: `${kind}:thesession:${thingId}`,
		displayName: name,
	};
}
