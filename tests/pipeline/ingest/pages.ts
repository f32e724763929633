import type { Kind } from '../../../src/core/kinds.ts';

/** Pages of the archive in upstream's markup, around content of our own. */

export interface CommentText {
	id: number;
	html: string;
	title?: string;
	member?: string;
	date?: string;
}

export function commentMarkup({ id, html, title, member, date }: CommentText): string {
	return `<article id="comment${id}" class="feed-entry feed-entry--comment h-entry" itemscope itemtype="http://schema.org/Comment">
${title === undefined ? '' : `<h3 class="feed-entry-title p-name" itemprop="name">${title}</h3>`}
<div class="e-content" itemprop="text">${html}</div>
<footer><small class="discrete"><a rel="bookmark" class="u-url" itemprop="url" href="#comment${id}" title="link to this comment">↳</a>
Posted by <span class="feed-entry-author p-author h-card" itemprop="author" itemscope itemtype="http://schema.org/Person">
<span itemprop="name" class="fn nickname p-name">${member ?? 'Example Member'}</span> on </span>
<time class="dt-published" itemprop="datePublished" datetime="${date ?? '2021-05-03 08:00:00'}">May 3rd, 2021</time>.</small></footer>
</article>`;
}

export function commentFeed(comments: CommentText[]): string {
	return `<article id="comments" class="h-feed" aria-labelledby="commentcount"><h2 class="p-name" id="commentcount">${comments.length} comments</h2>
${comments.map(commentMarkup).join('\n')} </article>`;
}

/** A whole page; the head is as heavy with style and script as it matters to the reader. */
export function shell(kind: Kind, id: number, title: string, main: string): string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="https://thesession.org/${kind}/${id}"><meta name="robots" content="noai">
<style>h1 { font-weight: 400 }</style><script>document.title = 'x';</script></head>
<body id="page"><header><a href="../../index.html">The Archive</a></header>
<main><div class="contents">${main}</div></main></body></html>`;
}

export const addedBy = (member = 'Example Member', date = '2021-05-02 10:11:12'): string =>
	`<footer><span class="discrete">Added by ${member} on <time datetime="${date}">May 2nd, 2021</time></span></footer>`;

export interface SettingText {
	id: number;
	/** Lines after the key. */
	abc?: string[];
	key?: string;
	member?: string;
	date?: string;
}

export function settingMarkup(
	{ id, abc = ['|:G2BG dGBG|', 'A2cA eAcA:|'], key = 'Gmaj', member, date }: SettingText,
	number = 1,
): string {
	return `<article class="setting light" id="setting${id}" aria-label="Setting ${number}">
<div class="notes"><abbr title="Number">X</abbr>: ${number}<br><abbr title="Title">T</abbr>: The Heron's<br><abbr title="Type">R</abbr>: reel
<div id="notes${number}"><abbr title="Meter">M</abbr>: 4/4<br><abbr title="Length">L</abbr>: 1/8<br><abbr title="Key">K</abbr>: ${key}<br>
${abc.join('<br>')}</div></div>
<footer class="setting-metadata"><small class="discrete"><a href="#setting${id}">↳</a> Added by ${member ?? 'Example Member'} on <time datetime="${date ?? '2021-05-02 10:11:12'}">May 2nd, 2021</time>.</small></footer>
</article>`;
}

export function tunePage(
	id: number,
	settings: SettingText[],
	comments: CommentText[] = [],
	name = 'The Heron’s',
): string {
	const articles = settings.map((setting, at) => settingMarkup(setting, at + 1)).join('\n');
	return shell(
		'tunes',
		id,
		`Tune: ${name}`,
		`<h1>${name}<span class="detail">reel</span></h1>
<article id="settings"><h2 id="settingcount">${settings.length} settings</h2>${articles}</article>
${commentFeed(comments)}`,
	);
}

export interface TrackText {
	group?: string;
	/** Linked to the tune of that number, or plain text. */
	tunes: [name: string, id?: number][];
}

export function recordingPage(
	id: number,
	tracks: TrackText[],
	{ name = 'Album', artist = 'The Grey Herons', comments = [] as CommentText[] } = {},
): string {
	const item = ({ group, tunes }: TrackText) => {
		const titles = [
			...(group === undefined ? [] : [`${group}:`]),
			...tunes.map(([text, tune]) =>
				tune ? `<a href="../../tunes/${tune}/index.html">${text}</a>` : text,
			),
		];
		return `<li class="manifest-item">
${titles.map((title) => `<span class="manifest-item-title">${title}</span>`).join('<br>\n')}<br></li>`;
	};
	return shell(
		'recordings',
		id,
		`Recording: ${name}`,
		`<div itemscope itemtype="http://schema.org/MusicAlbum"><h1><span itemprop="name">${name}</span></h1><h2>By <span itemprop="byArtist">${artist}</span></h2></div>
<ol class="manifest-inventory">${tracks.map(item).join(' ')}</ol>
${addedBy()}
${commentFeed(comments)}`,
	);
}

const card = (
	venue: string,
): string => `<embed-map data-latitude="53.01" data-longitude="-9.37" data-zoom="16" data-marker="true"></embed-map>
<div class="info h-card" itemprop="location" itemscope itemtype="http://schema.org/LocalBusiness"><ul role="list" class="stats">
<li><b class="stat label">Schedule:</b> <span class="stat" itemprop="openingHoursSpecification" itemscope><span itemprop="dayOfWeek" itemscope><span itemprop="name">Monday</span>.</span> <span itemprop="dayOfWeek" itemscope><span itemprop="name">Thursday</span>.</span></span></li>
<li><b class="stat label">Address:</b> <span class="stat p-location"><span class="p-name p-org">${venue}</span><br><span class="p-adr" itemprop="address" itemscope>
<span class="p-street-address">1 Example Street</span><br><span class="p-locality">Town</span><br><span class="p-region">Area</span><br><span class="p-country-name">Country</span></span></span></li>
<li><b class="stat label">Telephone:</b> <a class="stat p-tel" href="tel:+1234">+1 234</a></li>
<li><b class="stat label">Website:</b> <a class="stat u-url" href="https://arms.example/">https://arms.example/</a></li></ul></div>`;

export function sessionPage(id: number, comments: CommentText[] = []): string {
	return shell(
		'sessions',
		id,
		'Session: The Example Arms',
		`<h1 class="fn org p-name p-org"><span itemprop="name">The Example Arms</span></h1>
${card('The Example Arms')}
${addedBy()}
${commentFeed(comments)}`,
	);
}

export function eventPage(id: number, comments: CommentText[] = []): string {
	return shell(
		'events',
		id,
		'Event: Heron Festival',
		`<div class="h-event" itemscope itemtype="http://schema.org/Event"><h1 class="p-name">Heron Festival</h1>
<p><time class="dt-start" datetime="2030-04-25T20:00:00Z">April 25th, 2030</time> to <time class="dt-end" datetime="2030-04-27T00:00:00Z">April 27th, 2030</time></p>
${addedBy()}
${card('Example Hall')}</div>
${commentFeed(comments)}`,
	);
}

export function discussionPage(id: number, comments: CommentText[], name = 'Which heron?'): string {
	return shell(
		'discussions',
		id,
		`Discussion: ${name}`,
		`<h1>${name}</h1>
${comments.map(commentMarkup).join('\n')}
${addedBy()}`,
	);
}

/** `n` plain pages in each section, with one comment each. */
export function archiveFiles(n = 4): Record<string, string> {
	const files: Record<string, string> = { 'index.html': '', 'icon.svg': '<svg/>' };
	for (let id = 1; id <= n; id++) {
		const talk = [{ id: 500 + id, html: '<p>A <b>good</b> one.</p>' }];
		files[`tunes/${id}/index.html`] = tunePage(id, [{ id: 1000 + id }], talk);
		files[`recordings/${id}/index.html`] = recordingPage(id, [{ tunes: [['The Heron’s', id]] }], {
			comments: talk,
		});
		files[`sessions/${id}/index.html`] = sessionPage(id, talk);
		files[`events/${id}/index.html`] = eventPage(id, talk);
		files[`discussions/${id}/index.html`] = discussionPage(id, talk);
	}
	return files;
}

/** A comment with all its parts, and what the reader makes of it. */
export const TALK = {
	id: 900001,
	title: 'Where I had  this &amp; from',
	html: '<p>Text with <br> and a bare https://thesession.org/tunes/7 in it.</p>',
	member: 'D&eacute;irdre O’Heron',
	date: '2021-05-03 08:00:00',
};
export const TALK_READ = {
	id: 900001,
	title: 'Where I had this & from',
	html: '<p>Text with <br /> and a bare <a href="/tunes/7">https://thesession.org/tunes/7</a> in it.</p>',
	member: 'Déirdre O’Heron',
	date: '2021-05-03 08:00:00',
};
/** What {@link addedBy} says. */
export const ADDED = { member: 'Example Member', date: '2021-05-02 10:11:12' };
