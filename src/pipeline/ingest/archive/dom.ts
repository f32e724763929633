import {
	isTag,
	isText,
	type AnyNode,
	type Document,
	type Element,
	type ParentNode,
} from 'domhandler';
import { findAll, findOne, getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { normaliseDate } from '../../../core/dates.ts';
import { oneLine } from '../../../core/names.ts';
import { tameMarkup, type WriteTag } from './tame-markup.ts';

/** Parses part of a page into a tree whose depth is limited, so that it is safe to walk. */
export function parseHtml(html: string): Document {
	return parseDocument(tameMarkup(html, { write: writeTag, depth: DEPTH }));
}

/** Far deeper than a page without any end tags, and far less than the stack can hold. */
const DEPTH = 500;

/** Elements whose content parsers do not read as markup; we read it as part of the page's text. */
const RAW_TEXT = new Set(
	'textarea title xmp iframe noembed noframes noscript plaintext template select svg math'.split(
		' ',
	),
);

const writeTag: WriteTag = (tag, source) => {
	if (RAW_TEXT.has(tag.name)) return '';
	if (!tag.isBroken) return source;
	const written = [...tag.attributes].map(
		([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`,
	);
	return `<${tag.name}${written.join('')}>`;
};

/** True when the element's `class` contains this name. */
export function hasClass(element: Element, name: string): boolean {
	return element.attribs['class']?.split(/\s+/).includes(name) ?? false;
}

export function byClass(root: ParentNode, name: string): Element[] {
	return findAll((element) => hasClass(element, name), root.children);
}

export function firstByClass(root: ParentNode, name: string): Element | undefined {
	return findOne((element) => hasClass(element, name), root.children) ?? undefined;
}

/** True when the element's `itemprop` contains this name. */
export function hasItemprop(element: Element, name: string): boolean {
	return element.attribs['itemprop']?.split(/\s+/).includes(name) ?? false;
}

export function byItemprop(root: ParentNode, name: string): Element[] {
	return findAll((element) => hasItemprop(element, name), root.children);
}

export function firstByItemprop(root: ParentNode, name: string): Element | undefined {
	return findOne((element) => hasItemprop(element, name), root.children) ?? undefined;
}

export function firstByTag(root: ParentNode, name: string): Element | undefined {
	return getElementsByTagName(name, root.children, true, 1)[0];
}

/** True when the element is within one that has this class. */
export function isWithin(element: Element, name: string): boolean {
	for (let parent: ParentNode | null = element; parent; parent = parent.parent)
		if (isTag(parent) && hasClass(parent, name)) return true;
	return false;
}

/** The text as one line; null when there is none. */
export function words(node: AnyNode | AnyNode[] | null | undefined): string | null {
	return node ? oneLine(textContent(node)) || null : null;
}

const LINES = new Set(['br', 'div', 'p', 'li', 'tr', 'pre']);

/** Text with a line break at each `<br>` and before each block, every line trimmed. */
export function lines(element: Element): string[] {
	let text = '';
	const read = (node: AnyNode): void => {
		if (isText(node)) text += node.data.replaceAll(/\r?\n/g, ' ');
		else if (isTag(node)) {
			if (LINES.has(node.name)) text += '\n';
			node.children.forEach(read);
		}
	};
	element.children.forEach(read);
	return text.split('\n').map((line) => line.trim());
}

/** The date of an element, in upstream's form: from `datetime`, else `content`, else its text. */
export function dateIn(element: Element | null | undefined): string | undefined {
	if (!element) return undefined;
	const { datetime, content } = element.attribs;
	for (const text of [datetime, content, words(element)]) {
		const date = text ? normaliseDate(oneLine(text)) : undefined;
		if (date !== undefined) return date;
	}
	return undefined;
}
