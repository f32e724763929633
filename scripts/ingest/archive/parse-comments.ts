import type { Document, Element } from 'domhandler';
import { getElementsByTagName, removeElement } from 'domutils';
import { normaliseDate } from '../../../src/domain/dates.ts';
import type { ThingRef } from '../../../src/domain/kinds.ts';
import { commentHtml } from './comment-html.ts';
import { byClass, dateOf, firstByAttribute, firstByClass, words } from './dom.ts';
import type { ArchiveComment, ReadPage } from './page.ts';

/** Comments in the order of the page; one without a usable id is refused, and so is a repeated one. */
export function parseComments(
	thing: ThingRef,
	document: Document,
	refused: ReadPage['refused'],
): ArchiveComment[] {
	const comments = new Map<number, ArchiveComment>();
	for (const element of byClass(document, 'feed-entry--comment')) {
		const id = Number(/^comment(\d{1,9})$/.exec(element.attribs['id'] ?? '')?.[1]);
		if (!id) refused.push({ id: '', reason: 'a comment without an id' });
		else if (comments.has(id)) refused.push({ id: `comment${id}`, reason: 'a comment id twice' });
		else comments.set(id, parseComment(thing, id, element));
	}
	return [...comments.values()];
}

function parseComment(thing: ThingRef, id: number, element: Element): ArchiveComment {
	const content =
		firstByClass(element, 'e-content') ?? firstByAttribute(element, 'itemprop', 'text');
	// What members write must not be taken for the comment's own title, author or date.
	if (content) removeElement(content);
	const own = { children: [...element.children, ...takeOutSwallowed(content)] };
	return {
		id,
		title: words(firstByClass(own, 'feed-entry-title')),
		html: content ? commentHtml(thing, content) : '',
		member: words(firstByClass(own, 'nickname')),
		date: normaliseDate(dateOfComment(own) ?? '') ?? null,
	};
}

/**
 * Takes out what stands inside the text of a comment that lacks closing tags: further comments, which
 * are read on their own, and its footer, which is returned.
 */
function takeOutSwallowed(content: Element | undefined): Element[] {
	if (!content) return [];
	getElementsByTagName('article', content).forEach(removeElement);
	const footers = getElementsByTagName('footer', content);
	footers.forEach(removeElement);
	return footers;
}

function dateOfComment(comment: Pick<Document, 'children'>): string | undefined {
	return firstByClass(comment, 'dt-published')?.attribs['datetime'] ?? dateOf(comment);
}
