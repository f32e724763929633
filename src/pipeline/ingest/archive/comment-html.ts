import render from 'dom-serializer';
import { Document, Element, isTag, isText, Text, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { LinkifyIt } from 'linkify-it';
import sanitizeHtml from 'sanitize-html';
import { ORIGINAL, thing as thingAddress } from '../../../core/addresses.ts';
import type { ThingRef } from '../../../core/kinds.ts';
import { linkTarget } from './link-target.ts';
import { BORDERS, tameMarkup, type WriteTag } from './tame-markup.ts';

/**
 * A comment's content as HTML that is safe to publish, with all of its text. Bare addresses become links;
 * links to things and members of thesession.org become root-relative (`/tunes/27#setting9`), whether or not
 * the mirror has them; every other link is absolute. No other root-relative link can result, because
 * each `href` passes through here and is rewritten. Every item is in a list, as the comment itself is an
 * item of the page's list.
 */
export function commentHtml(thing: ThingRef, content: string): string {
	const page = `${ORIGINAL}${thingAddress(thing)}/index.html`;
	const lead = (href: string): string | undefined => linkTarget(href, page);
	const { children } = parseDocument(tameMarkup(content, { write: writeTag, depth: DEPTH }));
	const linked = children.flatMap((node) => withLinks(node, lead));
	const listed = linked.map(withListedItems);
	return sanitizeHtml(render(new Document(listed)), POLICY)
		.replace(CONTROLS, ' ')
		.toWellFormed()
		.trim();
}

/** Nested lists and quotes: far more than anybody reads. */
const DEPTH = 60;

const TAGS = 'p br a em strong b i ul ol li blockquote code pre abbr'.split(' ');
const KEPT = new Set(TAGS);

const writeTag: WriteTag = (tag) => {
	const { name } = tag;
	if (!KEPT.has(name)) return '';
	const href = name === 'a' ? tag.attributes.get('href') : undefined;
	if (href === undefined) return `<${name}>`;
	return `<a href="${href.replace(/["<>]/g, (character) => ESCAPED[character] ?? '')}">`;
};
const ESCAPED: Record<string, string> = { '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold and no browser shows; they may separate two words. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/g;

type Lead = (href: string) => string | undefined;

function withLinks(node: ChildNode, lead: Lead): ChildNode[] {
	if (isText(node)) return linkBareAddresses(node, lead);
	if (!isTag(node)) return [];
	if (node.name !== 'a')
		return [
			new Element(
				node.name,
				{},
				node.children.flatMap((child) => withLinks(child, lead)),
			),
		];
	const href = lead(node.attribs['href'] ?? '');
	// A link without a usable target becomes text, which may contain a bare address.
	if (href === undefined) return node.children.flatMap((child) => withLinks(child, lead));
	return [new Element('a', { href }, node.children)];
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

function linkBareAddresses({ data }: Text, lead: Lead): ChildNode[] {
	if (!data.includes('://')) return [new Text(data)];
	const pieces: ChildNode[] = [];
	let at = 0;
	for (const { 0: word, index } of data.matchAll(WORD)) {
		if (word.length > LONGEST_ADDRESS || !word.includes('://')) continue;
		for (const match of linkify.match(word) ?? []) {
			const shown = match.text.replace(END_OF_SENTENCE, '');
			const href = lead(match.url.slice(0, shown.length - match.text.length || undefined));
			if (href === undefined) continue;
			const start = index + match.index;
			pieces.push(new Text(data.slice(at, start)), new Element('a', { href }, [new Text(shown)]));
			at = start + shown.length;
		}
	}
	pieces.push(new Text(data.slice(at)));
	return pieces;
}

/** No address contains whitespace, so each word is checked once, however long the text. */
const WORD = /\S+/g;
const LONGEST_ADDRESS = 2000;
/** Punctuation after an address that is not part of it; a bracket may be. */
const END_OF_SENTENCE = /[.,;:!?*_~"'’‘”“»…]+$/u;

/** Wraps items outside a list in a list of their own. */
function withListedItems(node: ChildNode): ChildNode {
	if (!isTag(node) || BORDERS.has(node.name)) return node;
	if (node.name === 'li') return new Element('ul', {}, [node]);
	return new Element(node.name, node.attribs, node.children.map(withListedItems));
}

const POLICY: sanitizeHtml.IOptions = {
	allowedTags: TAGS,
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
