import { Parser } from 'htmlparser2';
import type { Kind } from '../../core/kinds.ts';
import { NOT_SEARCHED } from '../../search/search-parts.ts';

/**
 * What Pagefind is given of the page of a thing: its `<article>` with every tag closed, without ids,
 * bylines, what nobody searches for and the comments, which have an index of their own; a discussion
 * is all comments. Empty when the page has no article.
 *
 * The pages themselves carry neither marks that no browser reads nor end tags that it does without.
 * What is left out in a single place has `data-pagefind-ignore`. The second line of a result is the
 * description of an event, what `data-subtitle` marks, or else the paragraph after the heading.
 */
export function searchedPart(html: string, kind: Kind): string {
	const from = html.indexOf('<article');
	if (from < 0) return '';
	const subtitle = kind === 'events' ? descriptionOf(html) : undefined;
	const isMarked = html.includes(' data-subtitle');
	let isFirst = true;
	return taken(html.slice(from, html.lastIndexOf('</article>')), {
		isLeftOut: (attributes) =>
			isLeftOut(attributes) || (attributes['id'] === 'comments' && kind !== 'discussions'),
		marksOf(name, attributes, before) {
			const marks = isFirst ? articleMarks(subtitle) : '';
			isFirst = false;
			const isSubtitle = isMarked
				? 'data-subtitle' in attributes
				: name === 'p' && before === 'h1' && !subtitle;
			return isSubtitle ? `${marks} data-pagefind-meta="subtitle"` : marks;
		},
	});
}

/**
 * What Pagefind is given of the comments on a thing. Which of them has the words is told by the page
 * itself (`src/elements/search/read-posts.ts`, which counts words as they are given here): anchors would
 * be megabytes. Empty when there are none.
 */
export function searchedComments(html: string): string {
	const section = html.indexOf('<section id=comments');
	if (section < 0) return '';
	const part = taken(html.slice(section, html.indexOf('</section>', section)), {
		// How many there are is no text of theirs.
		isLeftOut: (attributes, name) => name === 'h2' || isLeftOut(attributes),
		marksOf: () => '',
	});
	return `<article${articleMarks()}>${part}</article>`;
}

interface Taking {
	isLeftOut: (attributes: Attributes, name: string) => boolean;
	/** Attributes to write, given the element that ended last if none began since. */
	marksOf: (name: string, attributes: Attributes, before: string) => string;
}

/** Writes the elements of some HTML anew, every tag closed, without the attributes they had. */
function taken(html: string, { isLeftOut, marksOf }: Taking): string {
	let part = '';
	/** Elements that are open: in all, and in one that is left out. */
	let depth = 0;
	let skipped = 0;
	let before = '';
	/** Where the last paragraph begins. */
	let paragraph = 0;
	/** How many are open with a comment or post, that included. */
	let post = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				depth++;
				if (skipped > 0 || isLeftOut(attributes, name)) skipped++;
				if (skipped > 0) return;
				if (attributes['id']?.startsWith('comment') && name === 'li') post = depth;
				if (name === 'p') paragraph = part.length;
				part += `<${name}${marksOf(name, attributes, before)}>`;
				before = '';
			},
			ontext(text) {
				if (skipped === 0) part += text;
			},
			onclosetag(name) {
				const isPost = depth-- === post;
				before = name;
				if (skipped > 0) {
					skipped--;
					return;
				}
				// Who wrote a comment and when would be found at every comment of theirs.
				if (isPost) part = part.slice(0, paragraph);
				part += `</${name}>`;
			},
		},
		{ decodeEntities: false },
	);
	// The parser does not know that a comment's start ends the last one, whose paragraph is still open.
	parser.end(html.replaceAll('<li id=comment', '</li><li id=comment'));
	return part;
}

type Attributes = Record<string, string>;

/** A description of one word stands bare. */
function descriptionOf(html: string): string | undefined {
	const match = /<meta name="?description"? content=(?:"([^"]*)"|([^\s">]+))/.exec(html);
	return match?.[1] ?? match?.[2];
}

function isLeftOut({ id = '', class: name = '', ...attributes }: Attributes): boolean {
	return NOT_SEARCHED.has(id) || NOT_SEARCHED.has(name) || 'data-pagefind-ignore' in attributes;
}

function articleMarks(subtitle?: string): string {
	return subtitle
		? ` data-pagefind-body data-subtitle="${subtitle}" data-pagefind-meta="subtitle[data-subtitle]"`
		: ' data-pagefind-body';
}
