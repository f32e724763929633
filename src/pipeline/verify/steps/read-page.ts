import { Parser } from 'htmlparser2';
import type { Page } from '../base/page.ts';
import { MembersWords } from './members-words.ts';

type Attributes = Record<string, string | undefined>;

/** Reads one HTML document in a single pass. */
export function readPage(file: string, content: Buffer): Page {
	const page: Page = {
		file,
		bytes: content.length,
		lang: '',
		title: '',
		headings: 0,
		staves: 0,
		ids: [],
		posts: 0,
		foldFault: null,
		names: [],
		links: new Set(),
		memberLinks: new Set(),
		resources: [],
		scripts: [],
		blocks: [],
		handlers: [],
		styles: [],
		metas: new Map(),
		rels: new Set(),
		footer: '',
	};
	let take: ((text: string) => void) | undefined;
	const words = new MembersWords(page);
	const parser = new Parser({
		onopentag(element, attributes) {
			readAttributes(page, element, attributes);
			readElement(page, element, attributes, words);
			take = textTaker(page, element, attributes) ?? take;
		},
		ontext: (text) => take?.(text),
		onclosetag(element) {
			words.close(element);
			if (element === 'footer' || element === 'script' || element === 'title') take = undefined;
		},
	});
	parser.end(content.toString());
	words.end();
	for (const href of page.links) page.memberLinks.delete(href);
	return page;
}

/** Reads attributes that any element can have. */
function readAttributes(page: Page, element: string, attributes: Attributes): void {
	for (const name in attributes) {
		if (name === 'id') readId(page, element, attributes[name] ?? '');
		else if (name === 'style') page.styles.push(`style of <${element}>`);
		else if (name.startsWith('on')) page.handlers.push(`${name} of <${element}>`);
		else if (name === 'rel') for (const rel of rels(attributes)) page.rels.add(rel);
	}
}

function readId(page: Page, element: string, id: string): void {
	page.ids.push(id);
	if (element !== 'i' && /^comment\d+$/.test(id)) page.posts++;
}

function readElement(
	page: Page,
	element: string,
	attributes: Attributes,
	words: MembersWords,
): void {
	const { href, src } = attributes;
	words.open(element, attributes);
	switch (element) {
		case 'a':
		case 'area':
			if (href !== undefined) words.link(href);
			if (attributes['name']) page.names.push(attributes['name']);
			break;
		case 'form':
			if (attributes['action'] !== undefined) page.links.add(attributes['action']);
			break;
		case 'link':
			readLink(page, attributes);
			break;
		case 'script':
			if (src !== undefined) page.scripts.push(src);
			break;
		case 'meta':
			readMeta(page, attributes);
			break;
		case 'html':
			page.lang = attributes['lang'] ?? '';
			break;
		case 'h1':
			page.headings++;
			break;
		case 'svg':
			if (attributes['class'] === 'staff') page.staves++;
			break;
		case 'style':
			page.styles.push('<style>');
			break;
		case 'object':
			if (attributes['data']) page.resources.push({ element, url: attributes['data'] });
			break;
		case 'use':
			if (href !== undefined) page.resources.push({ element, url: href });
			break;
	}
	if (src !== undefined) page.resources.push({ element, url: src });
	if (attributes['poster']) page.resources.push({ element, url: attributes['poster'] });
	if (attributes['srcset']) {
		for (const candidate of attributes['srcset'].split(/,\s+/))
			page.resources.push({ element, url: candidate.trim().split(/\s/)[0] ?? '' });
	}
}

/** The relations whose `<link>` a browser fetches as a resource; any other is a link to follow. */
const FETCHED =
	/^(stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)$/;

function readLink(page: Page, attributes: Attributes): void {
	const { href } = attributes;
	if (href === undefined) return;
	const kinds = rels(attributes);
	const fetched = kinds.find((kind) => FETCHED.test(kind));
	if (fetched) page.resources.push({ element: `link rel=${fetched}`, url: href });
	else page.links.add(href);
	const isScript = kinds.includes('preload') && attributes['as'] === 'script';
	if (isScript || kinds.includes('modulepreload')) page.scripts.push(href);
}

function readMeta(page: Page, attributes: Attributes): void {
	const name = attributes['name'] ?? attributes['http-equiv'];
	if (name !== undefined) page.metas.set(name.toLowerCase(), attributes['content'] ?? '');
}

/** Where to put the text that follows, if it is needed. */
function textTaker(
	page: Page,
	element: string,
	attributes: Attributes,
): ((text: string) => void) | undefined {
	if (element === 'title') return (text) => (page.title += text);
	if (element === 'footer') {
		page.footer = '';
		return (text) => (page.footer += text);
	}
	if (element !== 'script' || attributes['src'] !== undefined) return undefined;
	const block = { type: attributes['type'] ?? '', text: '' };
	page.blocks.push(block);
	return (text) => (block.text += text);
}

function rels(attributes: Attributes): string[] {
	return (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
}
