import * as addresses from '../domain/addresses.ts';
import type { Store } from '../store/open.ts';
import { artists, discussions, events, members, recordings, sessions, tunes } from './catalogue.ts';
import { artistLine, memberLine, newRecordingLine, newTuneLine, type Line } from './lines.ts';
import { newestOf, type List } from './list.ts';
import { listsOf } from './lists/of-section.ts';
import { countryCounts } from './lists/places.ts';
import { artistsByRecordings } from './lists/recordings.ts';
import { keyCounts, typeCounts } from './lists/tunes.ts';
import {
	counted,
	formatNumber,
	SECTION_NAMES,
	type Link,
	type PageView,
	type Section,
} from './page.ts';

/** Everything the front page of a section shows. */
export interface SectionView {
	page: PageView;
	heading: string;
	/** `1,234 tunes` */
	count: string;
	/** Ways to browse: links in groups. Empty groups are left out. */
	ways: Way[];
	/** The beginnings of lists. */
	samples: Sample[];
}

export interface Way {
	heading: string;
	links: (Link & { count: string | null })[];
}

export interface Sample {
	heading: string;
	lines: Line[];
	more: Link | null;
}

const SAMPLE = 10;

/** The view of a section's front page. */
export function sectionView(store: Store, section: Section): SectionView {
	const { count, ways, samples } = FRONTS[section](store);
	const address = addresses.section(section);
	const heading = SECTION_NAMES[section];
	return {
		page: {
			title: heading,
			description: `${heading} of thesession.org, mirrored: ${count}.`,
			address,
			original: addresses.original(address),
			section: null,
			trail: [],
			about: null,
		},
		heading,
		count,
		ways: ways.filter((way) => way.links.length > 0),
		samples: samples.filter((sample) => sample.lines.length > 0),
	};
}

/** The view of the front page of artists. */
export function artistsView(store: Store): SectionView {
	return {
		page: {
			title: 'Artists',
			description: 'Artists with recordings of tunes in the collection.',
			address: addresses.artists(),
			original: addresses.original(addresses.artists()),
			section: 'recordings',
			trail: [],
			about: null,
		},
		heading: 'Artists',
		count: counted(artists(store).length, 'artist'),
		ways: [lettersOf(store, 'recordings', addresses.artistLetter(''))],
		samples: [
			{
				heading: 'Most recordings',
				lines: artistsByRecordings(store).slice(0, 50).map(artistLine),
				more: null,
			},
		],
	};
}

type Front = Pick<SectionView, 'count' | 'ways' | 'samples'>;

const FRONTS = {
	tunes: (store) => ({
		count: counted(tunes(store).length, 'tune'),
		ways: [
			{ heading: 'By type', links: typeCounts(store).map(withCount) },
			...keyCounts(store).map(({ mode, keys }) => ({
				heading: `In a ${mode} key`,
				links: keys.map(withCount),
			})),
			lettersOf(store, 'tunes', addresses.letter('tunes', '')),
		],
		samples: [
			sample(store, 'tunes', addresses.popularTunes()),
			{
				heading: 'New tunes',
				lines: newestOf(tunes(store)).slice(0, SAMPLE).map(newTuneLine),
				more: moreOf(listsOf(store, 'tunes').get(addresses.newest('tunes'))),
			},
		],
	}),
	recordings: (store) => ({
		count: counted(recordings(store).length, 'recording'),
		ways: [
			{
				heading: 'By artist',
				links:
					artists(store).length === 0
						? []
						: [
								{
									name: 'All artists',
									address: addresses.artists(),
									count: formatNumber(artists(store).length),
								},
							],
			},
			lettersOf(store, 'recordings', addresses.letter('recordings', '')),
		],
		samples: [
			{
				heading: 'New recordings',
				lines: newestOf(recordings(store)).slice(0, SAMPLE).map(newRecordingLine),
				more: moreOf(listsOf(store, 'recordings').get(addresses.newest('recordings'))),
			},
			{
				heading: 'Most recorded artists',
				lines: artistsByRecordings(store).slice(0, SAMPLE).map(artistLine),
				more: { name: 'All artists', address: addresses.artists() },
			},
		],
	}),
	sessions: (store) => ({
		count: counted(sessions(store).length, 'session'),
		ways: [
			{
				heading: 'By country',
				links: countryCounts('sessions', sessions(store)).map(withCount),
			},
		],
		samples: [sample(store, 'sessions', addresses.newest('sessions'))],
	}),
	events: (store) => ({
		count: counted(events(store).length, 'event'),
		ways: [
			yearsOf(store, 'events'),
			{ heading: 'By country', links: countryCounts('events', events(store)).map(withCount) },
		],
		samples: [sample(store, 'events', addresses.upcomingEvents())],
	}),
	discussions: (store) => ({
		count: counted(discussions(store).length, 'discussion'),
		ways: [yearsOf(store, 'discussions')],
		samples: [sample(store, 'discussions', addresses.newest('discussions'))],
	}),
	members: (store) => ({
		count: counted(members(store).length, 'member'),
		ways: [lettersOf(store, 'members', addresses.letter('members', ''))],
		samples: [
			{
				heading: 'Most settings added',
				lines: members(store)
					.filter((member) => member.settings > 0)
					.sort((a, b) => b.settings - a.settings)
					.slice(0, 50)
					.map(memberLine),
				more: null,
			},
		],
	}),
} satisfies Record<Section, (store: Store) => Front>;

/** The beginning of one of the section's lists. */
export function sample(store: Store, section: Section, address: string, lines = SAMPLE): Sample {
	const list = listsOf(store, section).get(address);
	return {
		heading: list?.heading ?? '',
		lines: list?.lines(0, Math.min(lines, list.total)) ?? [],
		more: moreOf(list, lines),
	};
}

function moreOf(list: List | undefined, shown = SAMPLE): Link | null {
	if (!list || list.total <= shown) return null;
	return { name: `All ${list.heading.toLowerCase()}`, address: list.address };
}

function lettersOf(store: Store, section: Section, prefix: string): Way {
	return { heading: 'By letter', links: linksUnder(store, section, prefix) };
}

function yearsOf(store: Store, section: 'events' | 'discussions'): Way {
	return { heading: 'By year', links: linksUnder(store, section, addresses.year(section, '')) };
}

/** The lists whose addresses begin with `prefix`, called by what comes after the last colon or space. */
function linksUnder(store: Store, section: Section, prefix: string): Way['links'] {
	const lists = [...listsOf(store, section).values()];
	const related = lists.find((list) => list.address.startsWith(prefix))?.related ?? [];
	return related.map((link) => ({ ...link, count: null }));
}

function withCount({ name, address, count }: Link & { count: number }): Way['links'][number] {
	return { name, address, count: formatNumber(count) };
}
