import type { Document, Element } from 'domhandler';
import { removeElement } from 'domutils';
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
	const html = content ? commentHtml(thing, content) : '';
	// What members write must not be taken for the comment's own title, author or date.
	if (content) removeElement(content);
	return {
		id,
		title: words(firstByClass(element, 'feed-entry-title')),
		html,
		member: words(firstByClass(element, 'nickname')),
		date: normaliseDate(dateOfComment(element) ?? '') ?? null,
	};
}

function dateOfComment(element: Element): string | undefined {
	return firstByClass(element, 'dt-published')?.attribs['datetime'] ?? dateOf(element);
}
