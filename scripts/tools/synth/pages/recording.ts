import { displayName } from '../../../../src/core/names.ts';
import { artistName } from '../people.ts';
import { commentsOf } from '../things/comments.ts';
import type { Track, TrackTune } from '../things/recordings.ts';
import { recordingAt } from '../things/recordings.ts';
import type { World } from '../world.ts';
import { commentFeed } from './comments.ts';
import { escapeHtml, typographic } from './escape.ts';
import type { Page } from './frame.ts';
import { addedBy, thingPage } from './frame.ts';

/** The archive's page of a recording: the only place that names the artist. */
export function recordingPage(world: World, index: number): Page {
	const { id, name, artist, tracks, username, date } = recordingAt(world, index);
	return thingPage(
		'recordings',
		id,
		`Recording: ${name}`,
		`<div itemscope itemtype="http://schema.org/MusicAlbum"><h1><span itemprop="name">${escapeHtml(name)}</span></h1><h2>By <span itemprop="byArtist">${escapeHtml(artistName(artist))}</span></h2></div>
<ol class="manifest-inventory">${tracks.map(trackItem).join('\n')}</ol>
${commentFeed(commentsOf(world, 'recordings', index, date))}
${addedBy(username, date)}`,
	);
}

function trackItem({ title, tunes }: Track): string {
	const titles = tunes.map(tuneTitle);
	if (title) titles.unshift(`${escapeHtml(title)}:`);
	const spans = titles.map((text) => `<span class="manifest-item-title">${text}</span><br>`);
	return `<li class="manifest-item">\n${spans.join('\n')}</li>`;
}

function tuneTitle({ name, id }: TrackTune): string {
	const text = typographic(displayName(name));
	return id === undefined ? text : `<a href="../../tunes/${id}/index.html">${text}</a>`;
}
