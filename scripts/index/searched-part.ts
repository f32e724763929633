import { Parser } from 'htmlparser2';
import type { Kind } from '../../src/domain/kinds.ts';

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
 * What Pagefind is given of the page of a thing: its `<article>` with every tag closed, without ids,
 * bylines and what nobody searches for, marked as Pagefind asks. Empty when the page has none.
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
	let part = '<html lang="en"><body>';
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
				if (skipped > 0 || isLeftOut(attributes)) skipped++;
				if (skipped > 0) return;
				if (name === 'p') paragraph = part.length;
				part += `<${name}`;
				if (depth === 1) part += articleMarks(kind, subtitle);
				else if (isSubtitle(name, attributes)) part += ' data-pagefind-meta="subtitle"';
				part += '>';
				before = '';
			},
			ontext(text) {
				if (skipped === 0) part += text;
			},
			onclosetag(name) {
				depth--;
				before = name;
				if (skipped > 0) {
					skipped--;
					return;
				}
				// Who wrote a comment and when would be found at every comment of theirs.
				if (name === 'article' && depth > 0) part = part.slice(0, paragraph);
				part += `</${name}>`;
			},
		},
		{ decodeEntities: false },
	);
	parser.end(html.slice(from, html.lastIndexOf('</article>')));
	return `${part}</body></html>`;
}

type Attributes = Record<string, string>;

/** A description of one word stands bare. */
function descriptionOf(html: string): string | undefined {
	const match = /<meta name="?description"? content=(?:"([^"]*)"|([^\s">]+))/.exec(html);
	return match?.[1] ?? match?.[2];
}

function isLeftOut({ id = '', class: name = '', ...attributes }: Attributes): boolean {
	return LEFT_OUT.has(id) || LEFT_OUT.has(name) || 'data-pagefind-ignore' in attributes;
}

function articleMarks(kind: Kind, subtitle: string | undefined): string {
	const marks = ` data-pagefind-body data-pagefind-filter="kind:${kind}"`;
	return subtitle
		? `${marks} data-subtitle="${subtitle}" data-pagefind-meta="subtitle[data-subtitle]"`
		: marks;
}
