import * as addresses from '../../../core/addresses.ts';
import type { ListedArtist } from '../../../store/catalogue.ts';
import type { Store } from '../../../store/open.ts';
import { artists, once, recordings } from '../catalogue.ts';
import { artistRow, COLUMNS, newRecordingRow, recordingRow } from '../list-rows.ts';
import { linesOf, newestOf, type List } from '../list.ts';
import type { Link } from '../page.ts';
import { letterLists } from './letters.ts';
import { mostFirst } from './order.ts';
import { yearLists } from './years.ts';

const RECORDINGS = {
	section: 'recordings',
	unit: 'recording',
	columns: COLUMNS.recordings,
	trail: [] as Link[],
} as const;
const ARTISTS: Link = { name: 'Artists', address: addresses.artists() };

/** Every list of recordings and of artists. */
export const recordingLists = once((store: Store): List[] => {
	const rows = recordings(store);
	const byArtist = Map.groupBy(rows, (recording) => recording.artistSlug);
	return [
		{
			...RECORDINGS,
			...linesOf(newestOf(rows), newRecordingRow),
			columns: COLUMNS.newRecordings,
			address: addresses.newest('recordings'),
			heading: 'New recordings',
			note: 'By the date they were added.',
			related: [],
			original: addresses.original(addresses.newest('recordings')),
		},
		...letterLists(rows, recordingRow, (name) => addresses.letter('recordings', name), {
			...RECORDINGS,
			heading: 'Recordings',
		}),
		...yearLists(rows, (row) => row.date, recordingRow, {
			...RECORDINGS,
			heading: 'Recordings added in',
			note: 'By the date they were added, in alphabetical order.',
		}),
		...letterLists(artists(store), artistRow, addresses.artistLetter, {
			...RECORDINGS,
			unit: 'artist',
			columns: COLUMNS.artists,
			trail: [ARTISTS],
			heading: 'Artists',
		}),
		...artists(store).map((artist): List => ({
			...RECORDINGS,
			...linesOf(byArtist.get(artist.slug) ?? [], (row) => ({ ...recordingRow(row), facts: [] })),
			columns: COLUMNS.ofArtist,
			address: addresses.artist(artist.slug),
			heading: artist.name,
			note: 'Recordings in alphabetical order.',
			trail: [ARTISTS],
			related: [],
			original: artist.number === null ? null : addresses.originalArtist(artist.number),
		})),
	];
});

/** The artists with the most recordings first. */
export function artistsByRecordings(store: Store): ListedArtist[] {
	return mostFirst(artists(store), (artist) => artist.recordings);
}
