import render from 'dom-serializer';
import { Element, isTag, isText, Text, type ChildNode } from 'domhandler';
import { appendChild, getElementsByTagName, removeElement, replaceElement } from 'domutils';
import { LinkifyIt } from 'linkify-it';
import sanitizeHtml from 'sanitize-html';
import { ORIGINAL, parseThing, thing as thingAddress } from '../../../src/domain/addresses.ts';
import type { ThingRef } from '../../../src/domain/kinds.ts';

/**
 * A comment's content as HTML that is safe to publish. Bare addresses become links; links to things
 * and members of thesession.org become root-relative (`/tunes/27#setting9`), whether or not the
 * mirror has them; every other link is absolute. No other root-relative link can come out, because
 * each `href` passes through here and is written anew. Every item is in a list: the comment itself is an
 * item of the page's list.
 */
export function commentHtml(thing: ThingRef, content: Element): string {
	const page = `${ORIGINAL}${thingAddress(thing)}/index.html`;
	dropRawText(content.children);
	rewrite(content.children, page);
	listStrayItems(content.children);
	return sanitizeHtml(render(content.children), POLICY).trim();
}

/** Elements whose text is not markup to one parser and markup to another. */
const RAW_TEXT = new Set(
	'script style xmp iframe noembed noframes noscript plaintext template textarea title svg math select option object'.split(
		' ',
	),
);

function dropRawText(nodes: ChildNode[]): void {
	for (const node of [...nodes]) {
		if (!isTag(node)) continue;
		if (RAW_TEXT.has(node.name)) removeElement(node);
		else dropRawText(node.children);
	}
}

function rewrite(nodes: ChildNode[], page: string): void {
	for (const node of [...nodes]) {
		if (isText(node)) linkBareAddresses(node, page);
		else if (isTag(node)) {
			if (node.name === 'a') rewriteLink(node, page);
			else rewrite(node.children, page);
		}
	}
}

/** Elements of the policy that an item's start tag does not look beyond for an open item to end. */
const BORDERS = new Set(['ul', 'ol', 'blockquote', 'pre']);

function listStrayItems(nodes: ChildNode[]): void {
	for (const node of [...nodes]) {
		if (!isTag(node) || BORDERS.has(node.name)) continue;
		if (node.name !== 'li') {
			listStrayItems(node.children);
			continue;
		}
		const list = new Element('ul', {});
		replaceElement(node, list);
		appendChild(list, node);
	}
}

function rewriteLink(link: Element, page: string): void {
	const href = target(link.attribs['href'] ?? '', page);
	if (href) link.attribs = { href };
	else dropElement(link);
	// A link inside a link would be written as it stands, and no browser reads it so.
	getElementsByTagName('a', link.children).forEach(dropElement);
}

/** Leaves only what is inside it: the policy knows no span. */
function dropElement(element: Element): void {
	element.name = 'span';
	element.attribs = {};
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

function linkBareAddresses(node: Text, page: string): void {
	if (!node.data.includes('://')) return;
	const matches = linkify.match(node.data);
	if (!matches) return;
	const pieces: ChildNode[] = [];
	let at = 0;
	for (const match of matches) {
		const href = target(match.url, page);
		if (!href) continue;
		pieces.push(new Text(node.data.slice(at, match.index)));
		pieces.push(new Element('a', { href }, [new Text(match.text)]));
		at = match.lastIndex;
	}
	pieces.push(new Text(node.data.slice(at)));
	const holder = new Element('span', {}, pieces);
	replaceElement(node, holder);
}

/** Where a link leads, or undefined when that is nowhere a reader should go. */
function target(href: string, page: string): string | undefined {
	if (href.trim() === '') return undefined;
	const url = URL.parse(href.trim(), page);
	if (!url) return undefined;
	if (url.protocol === 'mailto:') return url.href;
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
	if (url.host !== 'thesession.org' && url.host !== 'www.thesession.org') return url.href;
	url.pathname = url.pathname.replace(OLD_FORM, '$1/');
	const to = parseThing(url);
	if (to) return `${thingAddress(to)}${ANCHOR.test(to.anchor) ? `#${to.anchor}` : ''}`;
	const numbered = NUMBERED.exec(url.pathname)?.[1];
	if (numbered && url.search === '') return numbered;
	return ORIGINAL + url.pathname + url.search + url.hash;
}

const ANCHOR = /^(setting|comment)\d{1,9}$/;
/** `/tunes/display/27`, `/tunes/display.php/27`: what comments of the first years link to. */
const OLD_FORM = /^(\/[a-z]+)\/display(?:\.php)?\/(?=\d)/;
const NUMBERED = /^(\/(?:members|recordings\/artists)\/\d{1,9})\/?(?:(?<=\/)index\.html)?$/;

const POLICY: sanitizeHtml.IOptions = {
	allowedTags: 'p br a em strong b i ul ol li blockquote code pre abbr'.split(' '),
	allowedAttributes: { a: ['href', 'rel'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	disallowedTagsMode: 'discard',
	enforceHtmlBoundary: false,
	transformTags: {
		a: (tagName, { href = '' }) => {
			const attribs: sanitizeHtml.Attributes = { href };
			if (!href.startsWith('/')) attribs['rel'] = 'nofollow ugc noopener';
			return { tagName, attribs };
		},
	},
};
