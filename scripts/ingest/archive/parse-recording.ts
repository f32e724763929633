import type { Document, Element } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import { ORIGINAL, parseThing } from '../../../src/domain/addresses.ts';
import { byClass, firstByAttribute, firstByTag, words } from './dom.ts';
import type { ArchiveRecording, ArchiveTrack } from './page.ts';

/** Artist and tracks: a linked title is a tune, one ending in `:` names the group. */
export function parseRecording(document: Document): ArchiveRecording {
	const inventory = byClass(document, 'manifest-inventory');
	const items = inventory.flatMap((list) => getElementsByTagName('li', list));
	return {
		artist:
			words(firstByAttribute(document, 'itemprop', 'byArtist')) ??
			words(firstByTag(document, 'h2'))?.replace(/^By /, '') ??
			null,
		tracks: items.map(parseTrack),
	};
}

function parseTrack(item: Element): ArchiveTrack {
	const track: ArchiveTrack = { name: null, tunes: [] };
	for (const title of byClass(item, 'manifest-item-title')) {
		const text = words(title);
		if (!text) continue;
		const href = firstByTag(title, 'a')?.attribs['href'];
		if (href === undefined && text.endsWith(':')) track.name = text.slice(0, -1).trim() || null;
		else track.tunes.push({ name: text, tuneId: tuneIdOf(href) });
	}
	return track;
}

function tuneIdOf(href: string | undefined): number | null {
	if (href === undefined) return null;
	const url = URL.parse(href, `${ORIGINAL}/recordings/1/index.html`);
	const thing = url && /^(www\.)?thesession\.org$/.test(url.host) ? parseThing(url) : undefined;
	return thing?.kind === 'tunes' ? thing.id : null;
}
