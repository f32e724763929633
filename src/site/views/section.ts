import * as addresses from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { artists } from './catalogue.ts';
import { LANDINGS } from './section-landing.ts';
import { artistRow } from './list-rows.ts';
import { composerLine, composers, composersByTunes } from './lists/composers.ts';
import { nothing } from './list.ts';
import { artistsByRecordings } from './lists/recordings.ts';
import { counted, SECTION_NAMES, type PageView, type Section } from './page.ts';
import { popularOf, type Popular } from './popular.ts';
import { lettersOf, type ListPreview, type BrowseLinks } from './browse-links.ts';

/** The contents of a section's front page. */
export interface SectionView {
	page: PageView;
	heading: string;
	/** `1,234 tunes` */
	count: string;
	/** Shown when there is nothing to browse. */
	empty: string | null;
	/** The tunes from which a random one is picked, on the front page of tunes. */
	random: Popular | null;
	/** Browse links, without empty ones. */
	ways: BrowseLinks[];
	/** The beginnings of lists: those below the browse links, and those beside them. */
	below: ListPreview[];
	samples: ListPreview[];
}

/** The view of a section's front page. */
export function sectionView(store: Store, section: Section): SectionView {
	const { total, unit, ways, below, samples } = LANDINGS[section](store);
	const count = counted(total, unit);
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
		empty: emptyOf(total, unit),
		random: section === 'tunes' ? popularOf(store) : null,
		ways: ways.filter(hasRows),
		below: below.filter(isFilled),
		samples: samples.filter(isFilled),
	};
}

function emptyOf(total: number, unit: string): string | null {
	return total === 0 ? nothing(`${unit}s`) : null;
}

function hasRows(way: BrowseLinks): boolean {
	return way.rows.length > 0;
}

function isFilled(sample: ListPreview): boolean {
	return sample.lines.length > 0;
}

/** Rows on the front pages of artists and of composers. */
const FIRST = 50;

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
		empty: emptyOf(artists(store).length, 'artist'),
		random: null,
		ways: [lettersOf(store, 'recordings', addresses.artistLetter(''))].filter(hasRows),
		below: [],
		samples: [
			{
				heading: 'Most recordings',
				lines: artistsByRecordings(store).slice(0, FIRST).map(artistRow),
				more: null,
			},
		].filter(isFilled),
	};
}

/** The view of the front page of composers. */
export function composersView(store: Store): SectionView {
	return {
		page: {
			title: 'Composers',
			description: 'Who made the tunes, where somebody has said so.',
			address: addresses.composers(),
			original: null,
			section: 'tunes',
			trail: [],
			about: null,
		},
		heading: 'Composers',
		count: counted(composers(store).length, 'composer'),
		empty: emptyOf(composers(store).length, 'composer'),
		random: null,
		ways: [lettersOf(store, 'tunes', addresses.composerLetter(''))].filter(hasRows),
		below: [],
		samples: [
			{
				heading: 'Most tunes',
				lines: composersByTunes(store).slice(0, FIRST).map(composerLine),
				more: null,
			},
		].filter(isFilled),
	};
}
