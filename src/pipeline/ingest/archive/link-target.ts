import { ORIGINAL, parseThing, thing as thingAddress } from '../../../core/addresses.ts';

/**
 * Where a link of a comment leads: a root-relative address for things, members and artists of
 * thesession.org, however it is written; else an absolute one. Undefined when no reader should follow it.
 *
 * @param page the original's address of the page with the link
 */
export function linkTarget(href: string, page: string): string | undefined {
	const trimmed = href.trim();
	if (trimmed === '' || trimmed.length > LONGEST) return undefined;
	const url = URL.parse(trimmed, page);
	if (!url) return undefined;
	if (url.protocol === 'mailto:') return url.href;
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
	if (!/^(?:www\.)?thesession\.org\.?$/.test(url.hostname)) return url.href;
	return ours(url) ?? ORIGINAL + url.pathname + url.search + url.hash;
}

const LONGEST = 2000;

/** The root-relative address of a thing, a member or an artist. */
function ours({ pathname, search, hash }: URL): string | undefined {
	if (search !== '') return undefined;
	const path = modernPath(pathname);
	const to = parseThing(new URL(path, ORIGINAL));
	const anchor = ANCHOR.exec(hash)?.[1];
	if (to) return `${thingAddress(to)}${anchor === undefined ? '' : `#${anchor}`}`;
	return NUMBERED.exec(path)?.[1];
}

const ANCHOR = /^#((?:setting|comment)\d{1,9})(?!\d)/;
const NUMBERED = /^(\/(?:members|recordings\/artists)\/\d{1,9})\/?(?:(?<=\/)index\.html)?$/;

/**
 * Today's form of a path, without punctuation from the sentence around it. Handles `/tunes/display/27` and
 * `/tunes/display.php/27` of the first years, `/index.php/tune/27`, and the display formats of a tune,
 * `/tunes/27/abc/1`.
 */
function modernPath(pathname: string): string {
	return withoutPunctuation(pathname)
		.toLowerCase()
		.replace(/^\/index\.php(?=\/)/, '')
		.replace(/^\/(tune|recording|session|event|discussion|member)(?=\/)/, '/$1s')
		.replace(/^(\/[a-z]+)\/display(?:\.php)?\/(?=\d)/, '$1/')
		.replace(/^(\/tunes\/\d+)\/(?:abc|sheetmusic|midi|png|gif)(?:\/\d+)?\/?$/, '$1')
		.replace(/^(\/[a-z]+\/\d+)\/index\.(?:html?|php)$/, '$1/');
}

/** Without trailing punctuation, which belongs to the sentence and not to the address. */
function withoutPunctuation(address: string): string {
	return address.replace(
		/(?:[.,;:!?*~"'’‘”“»…)\]]|%(?:20|22|C2%A0|E2%80%9[89CD]|E2%80%A6))+$/i,
		'',
	);
}
