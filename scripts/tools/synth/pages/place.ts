import type { Place } from '../things/places.ts';
import { escapeHtml } from './escape.ts';

/** The map and the card of a place, with text before and after the card's own lines. */
export function placeCard(place: Place, before: string, after: string): string {
	return `<embed-map data-latitude="${place.latitude}" data-longitude="${place.longitude}" data-zoom="16" data-marker="true"></embed-map>
<div class="info h-card" itemprop="location" itemscope itemtype="http://schema.org/LocalBusiness"><ul role="list" class="stats">
${before}<li><b class="stat label">Address:</b> <span class="stat p-location"><span class="p-name p-org">${escapeHtml(place.venue)}</span><br><span class="p-adr" itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
${addressLines(place)}</span></span></li>
${after}</ul></div>`;
}

function addressLines({ address, town, area, country }: Place): string {
	return (
		[
			['p-street-address', address],
			['p-locality', town],
			['p-region', area],
			['p-country-name', country],
		] as const
	)
		.filter(([, text]) => text !== '')
		.map(([name, text]) => `<span class="${name}">${escapeHtml(text)}</span>`)
		.join('<br>\n');
}
