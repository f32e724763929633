import * as addresses from '../../core/addresses.ts';
import type { ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { sessionById, sessionsNear } from '../../store/places.ts';
import { joined, type Link, type PageView } from './page.ts';
import { placeAbout, placeLine, placeTrail, placeView, type PlaceView } from './place.ts';
import { creditOf, mentionViews, type Credit, type MentionView } from './comments.ts';
import { threadView, type ThreadView } from './thread.ts';

/** The contents of a session's page. */
export interface SessionView {
	page: PageView;
	name: string;
	/** Town, area and country in one line. */
	subtitle: string;
	/** When it takes place, as worded by whoever added it. */
	schedule: string[];
	place: PlaceView;
	/** Nearest first. */
	nearby: (Link & { town: string | null; distance: string })[];
	added: Credit;
	mentions: MentionView[];
	comments: ThreadView;
}

/** The view of a session that is in the store. */
export function sessionView(store: Store, id: number): SessionView {
	const session = sessionById(store, id);
	if (!session) throw new Error(`There is no session ${id} in the store.`);
	const ref: ThingRef = { kind: 'sessions', id };
	const address = addresses.thing(ref);
	const place = placeView('sessions', session);
	const schedule = session.schedule === null ? [] : (JSON.parse(session.schedule) as string[]);
	const where = placeLine(place);
	return {
		page: {
			title: joined([session.name, session.town, session.country]),
			description: `A session of traditional music at ${joined([session.name, where])}${schedule.length > 0 ? `: ${schedule.join(', ')}` : ''}.`,
			address,
			original: addresses.original(address),
			section: 'sessions',
			trail: placeTrail(place),
			about: { ...placeAbout('MusicVenue', session.name, place) },
		},
		name: session.name,
		subtitle: where,
		schedule,
		place,
		nearby: sessionsNear(store, id).map((other) => ({
			name: other.name,
			address: addresses.thing({ kind: 'sessions', id: other.id }),
			town: other.town,
			distance: other.km < 1 ? 'under 1 km' : `${Math.round(other.km)} km`,
		})),
		added: creditOf(session),
		mentions: mentionViews(store, ref),
		comments: threadView(store, ref),
	};
}
