import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';
import { findAll, findOne, getElementsByTagName, textContent } from 'domutils';

/** True when the element's `class` holds this name. */
export function hasClass(element: Element, name: string): boolean {
	return element.attribs['class']?.split(/\s+/).includes(name) ?? false;
}

export function byClass(root: ParentNode, name: string): Element[] {
	return findAll((element) => hasClass(element, name), root.children);
}

export function firstByClass(
	root: Pick<ParentNode, 'children'>,
	name: string,
): Element | undefined {
	return findOne((element) => hasClass(element, name), root.children) ?? undefined;
}

export function byAttribute(root: ParentNode, name: string, value: string): Element[] {
	return findAll((element) => element.attribs[name] === value, root.children);
}

export function firstByAttribute(
	root: ParentNode,
	name: string,
	value: string,
): Element | undefined {
	return findOne((element) => element.attribs[name] === value, root.children) ?? undefined;
}

export function firstByTag(root: Pick<ParentNode, 'children'>, name: string): Element | undefined {
	return getElementsByTagName(name, root.children, true, 1)[0];
}

/** Text with runs of white space made one space; null when there is none. */
export function words(node: AnyNode | AnyNode[] | undefined): string | null {
	if (!node) return null;
	return textContent(node).replaceAll(/\s+/g, ' ').trim() || null;
}

/** Text of an element's own text nodes only, without that of elements inside it. */
export function ownWords(element: Element): string | null {
	return words(element.children.filter(isText));
}

/** Text with a line break at each `<br>` and before each block, every line trimmed. */
export function lines(element: Element): string[] {
	let text = '';
	const read = (node: AnyNode): void => {
		if (isText(node)) text += node.data.replaceAll(/\r?\n/g, ' ');
		else if (isTag(node)) {
			if (node.name === 'br' || node.name === 'div' || node.name === 'p') text += '\n';
			node.children.forEach(read);
		}
	};
	element.children.forEach(read);
	return text.split('\n').map((line) => line.trim());
}

/** What the first `<time>` says. */
export function dateOf(root: Pick<ParentNode, 'children'>): string | undefined {
	return firstByTag(root, 'time')?.attribs['datetime'];
}
