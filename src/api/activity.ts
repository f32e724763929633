import * as addresses from '../domain/addresses.ts';
import { isoDate } from '../domain/dates.ts';
import type { Kind, ThingRef } from '../domain/kinds.ts';
import { newestActivities, type ActivityFilter, type ActivityRow } from '../store/api-activity.ts';
import { memberBySlug } from '../store/api-members.ts';
import type { Store } from '../store/open.ts';
import { identity, memberRef } from './refs.ts';

/** Whose activities a stream tells. */
export type ActivityScope = 'site' | Kind | ThingRef | { member: string };

/** A stream of JSON Activity Streams 1.0, the newest first; one past its end is empty. */
export function activityOf(
	store: Store,
	scope: ActivityScope,
	limit: number,
	offset: number,
): { items: object[] } {
	const filter = filterOf(store, scope);
	if (!filter) return { items: [] };
	return {
		items: newestActivities(store, filter, offset + limit)
			.slice(offset)
			.map(activity),
	};
}

/** Undefined for a member that the store does not have. */
function filterOf(store: Store, scope: ActivityScope): ActivityFilter | undefined {
	if (scope === 'site') return {};
	if (typeof scope === 'string') return { kind: scope };
	if ('kind' in scope) return { kind: scope.kind, thingId: scope.id };
	const memberId = memberBySlug(store, scope.member)?.id;
	return memberId === undefined ? undefined : { memberId };
}

function activity(row: ActivityRow): object {
	const { url, name } = memberRef(row.member, row.number);
	const target = targetOf(row);
	return {
		published: isoDate(row.date),
		title: titleOf(row),
		actor: { objectType: 'person', displayName: name, url },
		verb: 'post',
		object: objectOf(row),
		...(target && { target }),
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
