import { Parser } from 'htmlparser2';
import type { Kind } from '../../src/domain/kinds.ts';

/** What Pagefind is given of a page, each in an index of its own; empty when the page has none. */
export interface SearchedParts {
	/** The thing itself; of a discussion with all that was said. */
	thing: string;
	/** What was said below a thing that is no discussion. */
	comments: string;
}

/** What nobody searches for, by id or class. */
const LEFT_OUT = new Set([
	'settings',
	'recordings',
	'before',
	'after',
	'nearby',
	'mentions',
	'jump',
]);

/**
 * Takes the `<article>` of a page apart: every tag closed, without ids, bylines and what nobody
 * searches for, marked as Pagefind asks. Each comment below a thing begins with an anchor that makes it
 * a result within the result of its page; of posts in discussions that would be 5 MB.
 *
 * The pages themselves carry neither marks that no browser reads nor end tags that it does without.
 * What is left out in a single place has `data-pagefind-ignore`. The second line of a result is the
 * description of an event, what `data-subtitle` marks, or else the paragraph after the heading.
 */
export function searchedParts(html: string, kind: Kind): SearchedParts {
	const from = html.indexOf('<article');
	if (from < 0) return { thing: '', comments: '' };
	const subtitle = kind === 'events' ? descriptionOf(html) : undefined;
	const isMarked = html.includes(' data-subtitle');
	const out = { thing: '', comments: '' };
	let into: keyof SearchedParts = 'thing';
	/** Elements that are open: in the article, and in one that is left out. */
	let depth = 0;
	let skipped = 0;
	/** The element that ended last, if none began since. */
	let before = '';
	/** Where the last paragraph begins. */
	let paragraph = 0;
	const isSubtitle = (name: string, attributes: Attributes): boolean =>
		isMarked ? 'data-subtitle' in attributes : name === 'p' && before === 'h1' && !subtitle;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				depth++;
				if (skipped > 0 || isLeftOut(name, attributes, into)) skipped++;
				if (skipped > 0) return;
				if (attributes['id'] === 'comments' && kind !== 'discussions') into = 'comments';
				if (name === 'p') paragraph = out[into].length;
				out[into] += `<${name}`;
				if (depth === 1) out.thing += articleMarks(subtitle);
				else if (isSubtitle(name, attributes)) out.thing += ' data-pagefind-meta="subtitle"';
				out[into] += '>';
				if (name === 'article' && into === 'comments')
					out.comments += anchor(attributes['id'] ?? '');
				before = '';
			},
			ontext(text) {
				if (skipped === 0) out[into] += text;
			},
			onclosetag(name) {
				depth--;
				before = name;
				if (skipped > 0) {
					skipped--;
					return;
				}
				// Who wrote a comment and when would be found at every comment of theirs.
				if (name === 'article' && depth > 0) out[into] = out[into].slice(0, paragraph);
				out[into] += `</${name}>`;
				if (name === 'section') into = 'thing';
			},
		},
		{ decodeEntities: false },
	);
	parser.end(html.slice(from, html.lastIndexOf('</article>')));
	if (out.comments !== '') out.comments = `<article${articleMarks()}>${out.comments}</article>`;
	return out;
}

type Attributes = Record<string, string>;

/** A description of one word stands bare. */
function descriptionOf(html: string): string | undefined {
	const match = /<meta name="?description"? content=(?:"([^"]*)"|([^\s">]+))/.exec(html);
	return match?.[1] ?? match?.[2];
}

/** How many comments there are is no text of theirs. */
function isLeftOut(
	name: string,
	{ id = '', class: className = '', ...attributes }: Attributes,
	into: keyof SearchedParts,
): boolean {
	if (into === 'comments' && name === 'h2') return true;
	return LEFT_OUT.has(id) || LEFT_OUT.has(className) || 'data-pagefind-ignore' in attributes;
}

function articleMarks(subtitle?: string): string {
	return subtitle
		? ` data-pagefind-body data-subtitle="${subtitle}" data-pagefind-meta="subtitle[data-subtitle]"`
		: ' data-pagefind-body';
}

/** Pagefind makes results only of anchors that have a title, which nobody sees. */
function anchor(id: string): string {
	return `<a id="${id}" data-pagefind-title="c"></a>`;
}
