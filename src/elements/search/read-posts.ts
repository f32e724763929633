import { NOT_SEARCHED } from '../../search/search-parts.ts';

/** The text of a page as its index counts it. */
export interface PostedText {
	words: string[];
	/** The word at which each comment or post begins, by anchor. */
	posts: { id: string; from: number }[];
}

/** Elements that Pagefind treats as sentences: it adds a full stop at their end if they end in a word. */
const SENTENCES = new Set(
	['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'div', 'ul', 'li', 'dl', 'dt', 'dd'].concat([
		'article',
		'section',
	]),
);
const OPEN_END = /[\p{L}\p{N}_'")$*]$/u;

/**
 * The words of a discussion, or of the comments on something else, as `searchedPart` and `searchedComments`
 * (`src/pipeline/index/`) gave them to the index: without bylines and parts that are not searched.
 */
export function readPosts(page: Document, isDiscussion: boolean): PostedText {
	const words: string[] = [];
	const posts: PostedText['posts'] = [];
	let line = '';
	const endLine = (end = ''): void => {
		for (const word of (line + end).split(/\s+/)) if (word !== '') words.push(word);
		line = '';
	};
	const read = (element: Element): void => {
		const isPost = element.localName === 'li' && element.id !== '';
		if (isPost) posts.push({ id: element.id, from: words.length });
		for (const node of element.childNodes) {
			if (node.nodeType === node.TEXT_NODE) line += node.nodeValue ?? '';
			if (node.nodeType !== node.ELEMENT_NODE) continue;
			const child = node as Element;
			const isByline = isPost && child === element.lastElementChild;
			if (isByline || isExcluded(child) || (child.localName === 'h2' && !isDiscussion)) continue;
			const isSentence = SENTENCES.has(child.localName);
			if (isSentence || child.localName === 'br') endLine();
			read(child);
			if (isSentence) endLine(OPEN_END.test(line) ? '.' : '');
		}
	};
	const root = page.querySelector(isDiscussion ? 'main article' : '#comments');
	if (root) read(root);
	endLine();
	return { words, posts };
}

function isExcluded(element: Element): boolean {
	return (
		NOT_SEARCHED.has(element.id) ||
		NOT_SEARCHED.has(element.className) ||
		element.hasAttribute('data-pagefind-ignore')
	);
}
