import * as addresses from '../../core/addresses.ts';
import { storeFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { sectionsOf } from './navigation.ts';
import { typeCounts } from './lists/tunes.ts';
import { formatNumber, SECTION_NAMES, type Link, type PageView } from './page.ts';
import { popularOf, type Popular } from './popular.ts';
import {
	listPreview,
	browseLinks,
	withCount,
	type ListPreview,
	type BrowseLinks,
} from './browse-links.ts';

/** The contents of the home page. */
export interface HomeView {
	page: PageView;
	/** The sections, with the number of things in each. */
	sections: (Link & { count: string })[];
	/** The tunes from which the tune of the day and a random tune are picked. */
	popular: Popular | null;
	ways: BrowseLinks[];
	samples: ListPreview[];
}

export function homeView(store: Store): HomeView {
	const { counts } = storeFacts(store);
	const sections = sectionsOf(store);
	const samples: ListPreview[] = [
		listPreview(store, 'tunes', addresses.popularTunes(), 6),
		listPreview(store, 'tunes', addresses.newest('tunes'), 5),
		listPreview(store, 'events', addresses.upcomingEvents(), 5),
		listPreview(store, 'discussions', addresses.newest('discussions'), 5),
		listPreview(store, 'recordings', addresses.newest('recordings'), 5),
	];
	return {
		page: {
			title: 'Traditional tunes, sessions and talk',
			description:
				'An unofficial mirror of thesession.org: tunes, recordings, sessions, events and discussions of traditional Irish music, fast and complete.',
			address: addresses.home(),
			original: addresses.original(addresses.home()),
			section: null,
			trail: [],
			about: null,
		},
		sections: sections.map((section) => ({
			name: SECTION_NAMES[section],
			address: addresses.section(section),
			count: formatNumber(counts[section]),
		})),
		popular: sections.includes('tunes') ? popularOf(store) : null,
		ways: sections.includes('tunes')
			? [browseLinks('Tunes by type', typeCounts(store).map(withCount))]
			: [],
		samples: samples.filter((part) => part.lines.length > 0),
	};
}
