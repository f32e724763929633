import * as addresses from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { artists, discussions, events, members, recordings, sessions, tunes } from './catalogue.ts';
import { artistRow, memberRow } from './list-rows.ts';
import { composers } from './lists/composers.ts';
import { keyCounts, metreCounts } from './lists/keys.ts';
import { countryCounts } from './lists/places.ts';
import { artistsByRecordings } from './lists/recordings.ts';
import { typeCounts } from './lists/tunes.ts';
import { formatNumber, type Section } from './page.ts';
import {
	lettersOf,
	listLinks,
	PREVIEW_ROWS,
	listPreview,
	browseLinks,
	withCount,
	yearsOf,
	type ListPreview,
	type BrowseLinks,
	type BrowseLink,
} from './browse-links.ts';

/** What differs between the front pages of the sections. */
interface Landing {
	/** Number of things in the section, and their noun. */
	total: number;
	unit: string;
	ways: BrowseLinks[];
	below: ListPreview[];
	samples: ListPreview[];
}

const NEARBY = browseLinks('By place', [
	{ name: 'Nearby, on a map', address: addresses.nearby(), count: null },
]);

export const LANDINGS = {
	tunes: (store) => ({
		total: tunes(store).length,
		unit: 'tune',
		ways: [
			browseLinks('Lists', [
				...listLinks(store, 'tunes', [
					['Popular', addresses.popularTunes()],
					['Most recorded', addresses.recordedTunes()],
					['Most discussed', addresses.discussedTunes()],
					['New', addresses.newest('tunes')],
				]),
				landingLink('Composers', addresses.composers(), composers(store).length),
			]),
			browseLinks('By type', typeCounts(store).map(withCount)),
			{
				heading: 'By mode and key',
				folded: false,
				rows: keyCounts(store).map(({ keys, ...mode }) => [mode, ...keys].map(withCount)),
			},
			browseLinks('By metre', metreCounts(store).map(withCount)),
			lettersOf(store, 'tunes', addresses.letter('tunes', '')),
			yearsOf(store, 'tunes', 'By the year they were added'),
		],
		below: [],
		samples: [
			listPreview(store, 'tunes', addresses.popularTunes()),
			listPreview(store, 'tunes', addresses.newest('tunes'), 5),
			listPreview(store, 'tunes', addresses.discussedTunes(), 5),
		],
	}),
	recordings: (store) => ({
		total: recordings(store).length,
		unit: 'recording',
		ways: [
			browseLinks('Lists', [
				landingLink('All artists', addresses.artists(), artists(store).length),
				...listLinks(store, 'recordings', [['New', addresses.newest('recordings')]]),
			]),
			lettersOf(store, 'recordings', addresses.letter('recordings', '')),
			yearsOf(store, 'recordings', 'By the year they were added'),
		],
		below: [
			{
				heading: 'Most recorded artists',
				lines: artistsByRecordings(store).slice(0, PREVIEW_ROWS).map(artistRow),
				more: { name: 'All artists', address: addresses.artists() },
			},
		],
		samples: [listPreview(store, 'recordings', addresses.newest('recordings'))],
	}),
	sessions: (store) => ({
		total: sessions(store).length,
		unit: 'session',
		ways: [
			NEARBY,
			browseLinks('Lists', listLinks(store, 'sessions', [['New', addresses.newest('sessions')]])),
			browseLinks('By country', countryCounts('sessions', sessions(store)).map(withCount)),
		],
		below: [],
		samples: [listPreview(store, 'sessions', addresses.newest('sessions'))],
	}),
	events: (store) => ({
		total: events(store).length,
		unit: 'event',
		ways: [
			NEARBY,
			browseLinks('Lists', listLinks(store, 'events', [['Upcoming', addresses.upcomingEvents()]])),
			browseLinks('By country', countryCounts('events', events(store)).map(withCount)),
			yearsOf(store, 'events'),
		],
		below: [],
		samples: [listPreview(store, 'events', addresses.upcomingEvents())],
	}),
	discussions: (store) => ({
		total: discussions(store).length,
		unit: 'discussion',
		ways: [
			browseLinks(
				'Lists',
				listLinks(store, 'discussions', [
					['New', addresses.newest('discussions')],
					['Longest', addresses.longestDiscussions()],
				]),
			),
			{ ...yearsOf(store, 'discussions'), folded: false },
		],
		below: [listPreview(store, 'discussions', addresses.longestDiscussions(), 5)],
		samples: [listPreview(store, 'discussions', addresses.newest('discussions'))],
	}),
	members: (store) => ({
		total: members(store).length,
		unit: 'member',
		ways: [lettersOf(store, 'members', addresses.letter('members', ''))],
		below: [],
		samples: [
			{
				heading: 'Most settings added',
				lines: members(store)
					.filter((member) => member.settings > 0)
					.sort((a, b) => b.settings - a.settings)
					.slice(0, 50)
					.map(memberRow),
				more: null,
			},
		],
	}),
} satisfies Record<Section, (store: Store) => Landing>;

/** A link to another front page. */
function landingLink(name: string, address: string, count: number): BrowseLink {
	return { name, address, count: formatNumber(count) };
}
