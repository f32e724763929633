import * as addresses from '../../core/addresses.ts';
import type { ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import {
	relatedRecordings,
	recordingById,
	tracksOfRecording,
	type TrackRow,
} from '../../store/recordings.ts';
import { type Link, type PageView } from './page.ts';
import { creditOf, mentionViews, type Credit, type MentionView } from './comments.ts';
import { threadView, type ThreadView } from './thread.ts';
import type { LinkOrText } from './tune.ts';

/** The contents of a recording's page. */
export interface RecordingView {
	page: PageView;
	name: string;
	artist: Link | null;
	tracks: TrackView[];
	added: Credit;
	/** Recordings that share the most tunes with it, and how many, most first. */
	company: (Link & { shared: number })[];
	mentions: MentionView[];
	comments: ThreadView;
}

interface TrackView {
	/** Name of the group of tunes, if the track has one. */
	name: string | null;
	/** In the order played; without an address where the collection does not have the tune. */
	tunes: (LinkOrText & { type: string | null })[];
}

/** The view of a recording that is in the store. */
export function recordingView(store: Store, id: number): RecordingView {
	const recording = recordingById(store, id);
	if (!recording) throw new Error(`There is no recording ${id} in the store.`);
	const { name, artist, artistSlug } = recording;
	const ref: ThingRef = { kind: 'recordings', id };
	const address = addresses.thing(ref);
	const by = artist === null ? '' : ` by ${artist}`;
	const artistLink =
		artist === null || artistSlug === null
			? null
			: { name: artist, address: addresses.artist(artistSlug) };
	return {
		page: {
			title: `${name}${by}`,
			// Its title and its tracks say everything.
			description: null,
			address,
			original: addresses.original(address),
			section: 'recordings',
			trail: artistLink ? [artistLink] : [],
			about: {
				'@type': 'MusicAlbum',
				name,
				...(artist !== null && { byArtist: { '@type': 'MusicGroup', name: artist } }),
				numTracks: recording.tracks,
			},
		},
		name,
		artist: artistLink,
		tracks: trackViews(tracksOfRecording(store, id)),
		added: creditOf(recording),
		company: relatedRecordings(store, id).map((other) => ({
			name: other.name,
			address: addresses.thing({ kind: 'recordings', id: other.id }),
			shared: other.shared,
		})),
		mentions: mentionViews(store, ref),
		comments: threadView(store, ref),
	};
}

function trackViews(rows: readonly TrackRow[]): TrackView[] {
	const tracks = new Map<number, TrackView>();
	for (const { track, title, name, tuneId, type } of rows) {
		const view = tracks.get(track) ?? { name: title, tunes: [] };
		tracks.set(track, view);
		if (name === null) continue;
		const address = tuneId === null ? null : addresses.thing({ kind: 'tunes', id: tuneId });
		view.tunes.push({ name, address, type });
	}
	return [...tracks.values()];
}
