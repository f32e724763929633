import type { Document, Element, ParentNode } from 'domhandler';
import { findAll, findOne, getElementsByTagName } from 'domutils';
import { ORIGINAL, parseThing } from '../../../core/addresses.ts';
import { oneLine } from '../../../core/names.ts';
import {
	byClass,
	byItemprop,
	firstByClass,
	firstByItemprop,
	firstByTag,
	lines,
	words,
} from './dom.ts';
import type { ArchiveRecording, ArchiveTrack } from './page.ts';
import type { Findings, Selector } from './selectors.ts';

/** Artist and tracks: a linked title is a tune, one ending in `:` names the group. */
export function parseRecording(document: Document, findings: Findings): ArchiveRecording {
	return {
		artist: findings.pick('artist', ARTISTS, document),
		tracks: itemsOf(document, findings).map((item) => parseTrack(item, findings)),
	};
}

const BY = /^By\s+/i;

const ARTISTS: readonly Selector[] = [
	['itemprop=byArtist', (root) => words(firstByItemprop(root, 'byArtist'))],
	['.p-author', (root) => words(firstByClass(root, 'p-author'))],
	[
		'h2 “By …”',
		(root) =>
			words(
				findOne(
					(element) => /^h[23]$/.test(element.name) && BY.test(words(element) ?? ''),
					root.children,
				),
			)?.replace(BY, ''),
	],
];

const ITEMS: readonly (readonly [name: string, find: (root: ParentNode) => Element[]])[] = [
	[
		'.manifest-inventory li',
		(root) =>
			byClass(root, 'manifest-inventory').flatMap((list) => getElementsByTagName('li', list)),
	],
	['.manifest-item', (root) => byClass(root, 'manifest-item')],
	['itemprop=track', (root) => [...byItemprop(root, 'track'), ...byItemprop(root, 'tracks')]],
	[
		'main ol li',
		(root) =>
			getElementsByTagName('ol', firstByTag(root, 'main') ?? root).flatMap((list) =>
				getElementsByTagName('li', list),
			),
	],
];

function itemsOf(document: Document, findings: Findings): Element[] {
	for (const [n, [name, find]] of ITEMS.entries()) {
		const items = find(document);
		if (items.length === 0) continue;
		if (n > 0) findings.note('tracks', name);
		return items;
	}
	return [];
}

function parseTrack(item: Element, findings: Findings): ArchiveTrack {
	const track: ArchiveTrack = { name: null, tunes: [] };
	const titles = titlesOf(item);
	for (const { text, href } of titles ?? untitled(item)) {
		if (href === undefined && text.endsWith(':')) track.name = text.slice(0, -1).trim() || null;
		else track.tunes.push({ name: text, tuneId: tuneIdOf(href) });
	}
	if (titles === undefined) findings.note('tracks', 'lines of an item');
	return track;
}

interface Title {
	text: string;
	href: string | undefined;
}

function titlesOf(item: Element): Title[] | undefined {
	const elements = byClass(item, 'manifest-item-title');
	const titles = (elements.length > 0 ? elements : byItemprop(item, 'name')).flatMap((title) => {
		const text = words(title);
		return text === null ? [] : [{ text, href: firstByTag(title, 'a')?.attribs['href'] }];
	});
	return titles.length > 0 ? titles : undefined;
}

/** The titles of a track without markup: each of its lines is one. */
function untitled(item: Element): Title[] {
	const links = findAll(({ name }) => name === 'a', item.children);
	return lines(item).flatMap((line) => {
		const text = oneLine(line);
		if (text === '') return [];
		return [{ text, href: links.find((link) => words(link) === text)?.attribs['href'] }];
	});
}

function tuneIdOf(href: string | undefined): number | null {
	if (href === undefined) return null;
	const url = URL.parse(href, `${ORIGINAL}/recordings/1/index.html`);
	const thing = url && /^(www\.)?thesession\.org$/.test(url.host) ? parseThing(url) : undefined;
	return thing?.kind === 'tunes' ? thing.id : null;
}
