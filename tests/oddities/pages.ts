import type { Kind } from '../../src/core/kinds.ts';
import {
	addedBy,
	commentMarkup,
	settingMarkup,
	shell,
	type CommentText,
	type SettingText,
	type TrackText,
} from '../pipeline/ingest/pages.ts';

/** What an archive page says; what is not given is plain and good. */
export interface PageParts {
	name?: string;
	type?: string;
	member?: string | null;
	date?: string;
	comments?: CommentText[];
	settings?: SettingText[];
	artist?: string;
	tracks?: TrackText[];
	venue?: string;
	address?: string;
	town?: string;
	area?: string;
	country?: string;
	schedule?: string[];
	telephone?: string;
	website?: string;
	latitude?: string;
	longitude?: string;
	starts?: string;
	ends?: string;
}

/** A page in upstream's markup. Names are escaped as upstream does; comments are markup already. */
export function pageOf(kind: Kind, id: number, parts: PageParts): string {
	const name = escaped(parts.name ?? 'Nameless');
	const title = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1, -1)}: ${name}`;
	return shell(kind, id, title, MAIN[kind](name, parts));
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const MAIN: Record<Kind, (name: string, parts: PageParts) => string> = {
	tunes: (name, { type = 'reel', settings = [], comments = [] }) => `
<h1>${name}<span class="detail">${escaped(type)}</span></h1>
<article id="settings"><h2 id="settingcount">${counted(settings.length, 'setting')}</h2>
${settings.map((setting, at) => settingMarkup(setting, at + 1)).join('\n')}</article>
${feed(comments)}`,

	recordings: (name, parts) => `
<div itemscope itemtype="http://schema.org/MusicAlbum"><h1><span itemprop="name">${name}</span></h1>
<h2>By <span itemprop="byArtist">${escaped(parts.artist ?? 'The Grey Herons')}</span></h2></div>
<ol class="manifest-inventory">${(parts.tracks ?? [{ tunes: [['Ferry 1', 1]] }]).map(track).join(' ')}</ol>
${added(parts)}
${feed(parts.comments ?? [])}`,

	sessions: (name, parts) => `
<h1 class="fn org p-name p-org"><span itemprop="name">${name}</span></h1>
${card(parts)}
${added(parts)}
${feed(parts.comments ?? [])}`,

	events: (name, parts) => `
<div class="h-event" itemscope itemtype="http://schema.org/Event"><h1 class="p-name">${name}</h1>
<p><time class="dt-start" datetime="${parts.starts ?? '2030-04-25T20:00:00Z'}">April 25th, 2030</time>
to <time class="dt-end" datetime="${parts.ends ?? '2030-04-26T00:00:00Z'}">April 26th, 2030</time></p>
${added(parts)}
${card(parts)}</div>
${feed(parts.comments ?? [])}`,

	discussions: (name, parts) => `
<h1>${name}</h1>
${(parts.comments ?? []).map(commentMarkup).join('\n')}
${added(parts)}`,
};

function added({ member, date }: PageParts): string {
	return member === null ? '' : addedBy(member === undefined ? 'Nell' : escaped(member), date);
}

function track({ group, tunes }: TrackText): string {
	const titles = [
		...(group === undefined ? [] : [`${escaped(group)}:`]),
		...tunes.map(([text, tune]) =>
			tune ? `<a href="../../tunes/${tune}/index.html">${escaped(text)}</a>` : escaped(text),
		),
	];
	return `<li class="manifest-item">
${titles.map((text) => `<span class="manifest-item-title">${text}</span>`).join('<br>\n')}<br></li>`;
}

function card(parts: PageParts): string {
	const { venue, address, town, area, country, schedule, telephone, website } = parts;
	const days = (schedule ?? ['Monday'])
		.map(
			(day) =>
				`<span itemprop="dayOfWeek" itemscope><span itemprop="name">${escaped(day)}</span>.</span>`,
		)
		.join(' ');
	return `
<embed-map data-latitude="${parts.latitude ?? '54.6'}" data-longitude="${parts.longitude ?? '-8.4'}" data-zoom="16" data-marker="true"></embed-map>
<div class="info h-card" itemprop="location" itemscope itemtype="http://schema.org/LocalBusiness"><ul role="list" class="stats">
<li><b class="stat label">Schedule:</b> <span class="stat" itemprop="openingHoursSpecification" itemscope>${days}</span></li>
<li><b class="stat label">Address:</b> <span class="stat p-location"><span class="p-name p-org">${escaped(venue ?? 'Boathouse')}</span><br><span class="p-adr" itemprop="address" itemscope>
<span class="p-street-address">${escaped(address ?? '2 Quay Street')}</span><br><span class="p-locality">${escaped(town ?? 'Portnacross')}</span><br>
<span class="p-region">${escaped(area ?? 'Donegal')}</span><br><span class="p-country-name">${escaped(country ?? 'Ireland')}</span></span></span></li>
<li><b class="stat label">Telephone:</b> <a class="stat p-tel" href="tel:1">${escaped(telephone ?? '+353 1 234')}</a></li>
<li><b class="stat label">Website:</b> <a class="stat u-url" href="${escaped(website ?? 'https://anchor.example/')}">${escaped(website ?? 'https://anchor.example/')}</a></li></ul></div>`;
}

function feed(comments: CommentText[]): string {
	return `<article id="comments" class="h-feed" aria-labelledby="commentcount">
<h2 class="p-name" id="commentcount">${counted(comments.length, 'comment')}</h2>
${comments.map(commentMarkup).join('\n')} </article>`;
}

const WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** `Two settings`, as upstream says it. */
function counted(n: number, noun: string): string {
	return `${WORDS[n] ?? n} ${noun}${n === 1 ? '' : 's'}`;
}
