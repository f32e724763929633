import render from 'dom-serializer';
import { Document, type ParentNode } from 'domhandler';
import { findOne, removeElement } from 'domutils';
import type { ThingRef } from '../../../core/kinds.ts';
import { commentHtml } from './comment-html.ts';
import type { CommentSource } from './cut-comments.ts';
import {
	dateIn,
	firstByClass,
	firstByItemprop,
	firstByTag,
	hasClass,
	hasItemprop,
	parseHtml,
	words,
} from './dom.ts';
import type { ArchiveComment, ReadPage } from './page.ts';
import type { Findings, Selector } from './selectors.ts';

/**
 * Comments in page order; one without a usable id or with a repeated id is rejected. What looks like a
 * comment inside the text of another is reported and stays part of that text.
 */
export function parseComments(
	thing: ThingRef,
	sources: CommentSource[],
	refused: ReadPage['refused'],
	findings: Findings,
): ArchiveComment[] {
	const comments = new Map<number, ArchiveComment>();
	for (const source of sources) {
		const { id, foundBy, inside } = source;
		if (foundBy.at > 0) findings.note('comments', foundBy.name);
		for (const inner of inside)
			refused.push({
				id: `comment${inner}`,
				reason: 'markup of a comment inside the text of another',
			});
		if (!id) refused.push({ id: '', reason: 'a comment without an id' });
		else if (comments.has(id)) refused.push({ id: `comment${id}`, reason: 'a comment id twice' });
		else comments.set(id, parseComment(thing, source, findings));
	}
	return [...comments.values()];
}

function parseComment(thing: ThingRef, source: CommentSource, findings: Findings): ArchiveComment {
	const { content, around } = source.footer === '' ? withoutFooter(source) : withFooter(source);
	const date = findings.pick('comment date', DATES, around);
	if (date === null && findOne(isDated, around.children))
		findings.refuse(`comment${source.id}`, 'a date that cannot be read');
	return {
		id: source.id,
		title: findings.pick('comment title', TITLES, parseHtml(source.head)),
		html: commentHtml(thing, content),
		member: findings.pick('comment author', AUTHORS, around),
		date,
	};
}

interface Parts {
	content: string;
	/** The markup around the text: what members write must not be taken for author or date. */
	around: ParentNode;
}

function withFooter({ content, footer }: CommentSource): Parts {
	return { content, around: parseHtml(footer) };
}

/** For pages with other markup: the text is one element, and the elements around it may hold the rest. */
function withoutFooter({ head, tag, content }: CommentSource): Parts {
	const document = parseHtml(tag + content);
	const text = findOne(
		(element) => hasClass(element, 'e-content') || hasItemprop(element, 'text'),
		document.children,
	);
	if (!text) return { content, around: new Document([]) };
	removeElement(text);
	document.children.unshift(...parseHtml(head).children);
	return { content: render(text.children), around: document };
}

const TITLES: readonly Selector[] = [
	['.feed-entry-title', (head) => words(firstByClass(head, 'feed-entry-title'))],
	['.p-name', (head) => words(firstByClass(head, 'p-name'))],
	['itemprop=name', (head) => words(firstByItemprop(head, 'name'))],
	['heading', (head) => words(findOne(({ name }) => /^h[2-6]$/.test(name), head.children))],
];

const AUTHORS: readonly Selector[] = [
	['.nickname', (footer) => words(firstByClass(footer, 'nickname'))],
	['.p-author', (footer) => withoutOn(words(firstByClass(footer, 'p-author')))],
	['itemprop=author', (footer) => withoutOn(words(firstByItemprop(footer, 'author')))],
	[
		'“Posted by … on”',
		(footer) =>
			/Posted by (.+?) on\b(?:(?! on\b).)*$/.exec(words(footer.children) ?? '')?.[1] ?? null,
	],
];

const withoutOn = (text: string | null): string | null => text?.replace(/ on$/, '') ?? null;

const DATES: readonly Selector[] = [
	['.dt-published', (footer) => dateIn(firstByClass(footer, 'dt-published'))],
	['itemprop=datePublished', (footer) => dateIn(firstByItemprop(footer, 'datePublished'))],
	['time', (footer) => dateIn(firstByTag(footer, 'time'))],
];

const isDated = (element: { attribs: Record<string, string> }): boolean =>
	(element.attribs['datetime'] ?? '').trim() !== '';
