import * as addresses from '../core/addresses.ts';
import type { Kind, ThingRef } from '../core/kinds.ts';
import { itemSettings, scheduleOf, tuneFacts } from '../store/api-items.ts';
import type { Store } from '../store/open.ts';
import { memberBySlug } from '../store/api-members.ts';
import { tracksOfRecording } from '../store/recordings.ts';
import { aliasesOfTune } from '../store/tunes.ts';
import { oneLine } from './abc.ts';
import { commentsOf } from './comments.ts';
import { listRowsOf } from './list-rows.ts';
import { identity, memberRef } from './refs.ts';

/** A single item in thesession.org's form; undefined when it is not in the store. */
export function thingItem(store: Store, ref: ThingRef): object | undefined {
	const [line] = listRowsOf(store, ref.kind, [ref.id]);
	return line && ITEMS[ref.kind](store, ref.id, line);
}

const ITEMS: Record<Kind, (store: Store, id: number, line: object) => object> = {
	tunes(store, id, line) {
		const facts = tuneFacts(store, id);
		return {
			format: 'json',
			...line,
			...(facts?.composer != null && { composer: facts.composer }),
			tunebooks: facts?.tunebooks ?? 0,
			recordings: facts?.recordings ?? 0,
			// Upstream publishes no collections.
			collections: 0,
			aliases: aliasesOfTune(store, id),
			settings: settingsOf(store, id),
			comments: commentsOf(store, { kind: 'tunes', id }),
		};
	},

	// Here the URL comes before the name, unlike in lists.
	recordings: (store, id, line) => ({
		format: 'json',
		id,
		url: (line as { url: string }).url,
		...line,
		tracks: tracksOf(store, id),
		comments: commentsOf(store, { kind: 'recordings', id }),
	}),

	sessions: (store, id, line) => ({
		format: 'json',
		...line,
		schedule: JSON.parse(scheduleOf(store, id) ?? '[]') as string[],
		comments: commentsOf(store, { kind: 'sessions', id }),
	}),

	events: (store, id, line) => ({
		format: 'json',
		...line,
		comments: commentsOf(store, { kind: 'events', id }),
	}),

	// Its list has the number of comments, which are here in full; the first comment is the opening post.
	discussions: (store, id, line) => ({
		format: 'json',
		...line,
		comments: commentsOf(store, { kind: 'discussions', id }),
	}),
};

/** A member; undefined when the slug is unknown. */
export function memberItem(store: Store, slug: string): object | undefined {
	const row = memberBySlug(store, slug);
	return row && { format: 'json', ...memberRef(row.name, row.number) };
}

function settingsOf(store: Store, tuneId: number): object[] {
	return itemSettings(store, tuneId).map(({ id, mode, abc, member, number, date }) => ({
		id,
		url: identity(addresses.setting(tuneId, id)),
		key: mode,
		abc: oneLine(abc),
		member: memberRef(member, number),
		date,
	}));
}

/** A tune that is not in the database has only a name. */
function tracksOf(store: Store, recordingId: number): object[] {
	const tracks = Map.groupBy(tracksOfRecording(store, recordingId), ({ track }) => track);
	return [...tracks.values()].map((rows) => ({
		tunes: rows.flatMap(({ name, tuneId }) =>
			name === null
				? []
				: {
						name,
						...(tuneId !== null && {
							id: tuneId,
							url: identity(addresses.thing({ kind: 'tunes', id: tuneId })),
						}),
					},
		),
	}));
}
