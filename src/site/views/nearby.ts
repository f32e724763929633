import * as addresses from '../../core/addresses.ts';
import { storeFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { eventSpots, sessionSpots, type SpotRow } from '../../store/places.ts';
import { events, sessions } from './catalogue.ts';
import { countryCounts } from './lists/places.ts';
import { counted, joined, type PageView } from './page.ts';
import { browseLinks, withCount, type BrowseLinks } from './browse-links.ts';

/** The contents of the nearby page before any search. */
export interface NearbyView {
	page: PageView;
	/** The countries, for readers who cannot or do not want to search. */
	ways: BrowseLinks[];
	/** `37 sessions and 2 coming events have no position`; null when all have one. */
	unplaced: string | null;
}

export function nearbyView(store: Store): NearbyView {
	return {
		page: {
			title: 'Sessions and events nearby',
			description:
				'Sessions and coming events around you or around a place, in a list and on a map.',
			address: addresses.nearby(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
		ways: [
			browseLinks('Sessions by country', countryCounts('sessions', sessions(store)).map(withCount)),
			browseLinks('Events by country', countryCounts('events', events(store)).map(withCount)),
		].filter(({ rows }) => rows.length > 0),
		unplaced: unplacedWords(store),
	};
}

function unplacedWords(store: Store): string | null {
	const unplaced = (rows: readonly SpotRow[]): number =>
		rows.filter(({ latitude, longitude }) => latitude === null || longitude === null).length;
	const today = storeFacts(store).upstream.data.date.slice(0, 10);
	const ofSessions = unplaced(sessionSpots(store));
	const ofEvents = unplaced(eventSpots(store, today));
	if (ofSessions + ofEvents === 0) return null;
	const parts = [
		ofSessions > 0 ? counted(ofSessions, 'session') : null,
		ofEvents > 0 ? counted(ofEvents, 'coming event') : null,
	];
	const verb = ofSessions + ofEvents === 1 ? 'has' : 'have';
	return `${joined(parts, ' and ')} ${verb} no position and cannot be found by place.`;
}
