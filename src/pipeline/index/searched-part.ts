import { Parser } from 'htmlparser2';
import type { Kind } from '../../core/kinds.ts';
import { NOT_SEARCHED } from '../../search/search-parts.ts';

/**
 * The part of a thing's page that Pagefind gets: its `<article>` with every tag closed, without ids,
 * bylines, parts that nobody searches for, and the comments, which have an index of their own; a
 * discussion is all comments. Empty when the page has no article.
 *
 * The pages themselves stay free of marks that no browser reads and of optional end tags. Parts to be
 * left out in a single place have `data-pagefind-ignore`. The second line of a result is the description
 * of an event, what `data-subtitle` marks, or else the paragraph after the heading.
 */
export function searchedPart(html: string, kind: Kind): string {
	const from = html.indexOf('<article');
	if (from < 0) return '';
	const subtitle = kind === 'events' ? descriptionOf(html) : undefined;
	const isMarked = html.includes(' data-subtitle');
	let isFirst = true;
	return taken(html.slice(from, html.lastIndexOf('</article>')), {
		isExcluded: (attributes) =>
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
 * The comments on a thing as Pagefind gets them; empty when there are none. The page itself finds out which
 * comment has the words (`src/elements/search/read-posts.ts`, which counts words as they are given here):
 * anchors would take megabytes.
 */
export function searchedComments(html: string): string {
	const section = html.indexOf('<section id=comments');
	if (section < 0) return '';
	const part = taken(html.slice(section, html.indexOf('</section>', section)), {
		// The number of comments is not part of their text.
		isExcluded: (attributes, name) => name === 'h2' || isLeftOut(attributes),
		marksOf: () => '',
	});
	return `<article${articleMarks()}>${part}</article>`;
}

interface Taking {
	isExcluded: (attributes: Attributes, name: string) => boolean;
	/** Attributes to write, given the last element that ended since the previous start tag, if any. */
	marksOf: (name: string, attributes: Attributes, before: string) => string;
}

/** Rewrites the elements of some HTML with every tag closed and without their attributes. */
function taken(html: string, { isExcluded, marksOf }: Taking): string {
	let part = '';
	/** Open elements: in all, and within one that is left out. */
	let depth = 0;
	let skipped = 0;
	let before = '';
	/** Where the last paragraph begins. */
	let paragraph = 0;
	/** How many elements are open from the comment or post on, including it. */
	let post = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				depth++;
				if (skipped > 0 || isExcluded(attributes, name)) skipped++;
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
				// Otherwise a search for a name or date would find every comment by that member or of that day.
				if (isPost) part = part.slice(0, paragraph);
				part += `</${name}>`;
			},
		},
		{ decodeEntities: false },
	);
	// The parser does not know that a comment's start ends the previous one, whose paragraph is still open.
	parser.end(html.replaceAll('<li id=comment', '</li><li id=comment'));
	return part;
}

type Attributes = Record<string, string>;

/** A description of one word is not quoted. */
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
