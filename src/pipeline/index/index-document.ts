import { encodeXML } from 'entities';
import { thing } from '../../core/addresses.ts';
import type { Searched } from '../../search/search-parts.ts';
import { readWholeThread } from '../read-thread.ts';
import { REASONS } from './left-out-pages.ts';
import type { IndexPage } from './parts.ts';
import { searchedComments, searchedPart } from './searched-part.ts';

/** A page as Pagefind takes it. */
export interface IndexDocument {
	/** From the site's root. */
	url: string;
	html: string;
}

/** Reads a page of the site for an index of `holds`; gives a reason if there is nothing to index. */
export function readDocument(
	site: string,
	page: IndexPage,
	holds: Searched,
): IndexDocument | { reason: string } {
	const html = readWholeThread(site, page);
	const isThing = holds !== 'comments';
	const body = isThing ? searchedPart(html, page.kind) : searchedComments(html);
	if (body === '') return { reason: isThing ? REASONS.noArticle : REASONS.noComments };
	const head = isThing
		? thingMarks(page)
		: sortMark('newest', page.talk ?? '') + mark('meta', 'title[content]', page.name);
	return {
		url: thing(page),
		html: `<html lang="en"><head>${head}</head><body>${body}</body></html>`,
	};
}

function thingMarks({ kind, date, tunebooks, filters }: IndexPage): string {
	let marks = sortMark('newest', date);
	for (const [name, values] of Object.entries(filters)) {
		for (const value of values) marks += mark('filter', `${name}[content]`, value);
	}
	// Parts of tunes are ordered by popularity; sorting by date merges them using this value.
	if (kind === 'tunes')
		marks += sortMark('popularity', tunebooks) + mark('meta', 'date[content]', date);
	return marks;
}

/**
 * Pagefind drops empty values and sorts purely numeric ones as numbers, of which it keeps seven digits: a
 * date must stay a text.
 */
function sortMark(name: string, value: string | number): string {
	return mark('sort', `${name}[content]`, String(value) || '0');
}

function mark(what: string, name: string, value: string): string {
	return `<meta data-pagefind-${what}="${name}" content="${encodeXML(value)}">`;
}
