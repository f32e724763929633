import type { Document, ParentNode } from 'domhandler';
import { normaliseDate } from '../../../src/domain/dates.ts';
import { byAttribute, byClass, firstByClass, firstByTag, words } from './dom.ts';
import type { ArchiveEvent, ArchivePlace } from './page.ts';

/** The card of a session: schedule, address, telephone, website, and the map's coordinates. */
export function parseSession(document: Document): ArchivePlace {
	const card = firstByClass(document, 'info') ?? document;
	const map = firstByTag(document, 'embed-map');
	const address = firstByClass(card, 'p-location');
	return {
		venue: address ? words(firstByClass(address, 'p-org')) : null,
		address: words(firstByClass(card, 'p-street-address')),
		town: words(firstByClass(card, 'p-locality')),
		area: words(firstByClass(card, 'p-region')),
		country: words(firstByClass(card, 'p-country-name')),
		latitude: coordinate(map?.attribs['data-latitude'], 90),
		longitude: coordinate(map?.attribs['data-longitude'], 180),
		schedule: schedule(card),
		telephone: words(firstByClass(card, 'p-tel')),
		website: website(firstByClass(card, 'u-url')?.attribs['href']),
	};
}

export function parseEvent(document: Document): ArchiveEvent {
	const event = firstByClass(document, 'h-event') ?? document;
	const time = (name: string): string | null =>
		normaliseDate(firstByClass(event, name)?.attribs['datetime'] ?? '') ?? null;
	return { ...parseSession(document), starts: time('dt-start'), ends: time('dt-end') };
}

/** Whatever stands beside the label "Schedule:", one string for each day it names. */
function schedule(card: ParentNode): string[] {
	for (const label of byClass(card, 'label')) {
		if (!words(label)?.startsWith('Schedule')) continue;
		const item = label.parent;
		if (!item) continue;
		const days = byAttribute(item, 'itemprop', 'name').map(words);
		const rest = byClass(item, 'stat').filter((stat) => stat !== label);
		return (days.length > 0 ? days : rest.map(words)).filter((text) => text !== null);
	}
	return [];
}

function coordinate(value: string | undefined, limit: number): number | null {
	const parsed = Number.parseFloat(value ?? '');
	return Number.isFinite(parsed) && Math.abs(parsed) <= limit ? parsed : null;
}

/** Addresses of web pages only: a `javascript:` is none. */
function website(href: string | undefined): string | null {
	const url = href ? URL.parse(href) : null;
	return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}
