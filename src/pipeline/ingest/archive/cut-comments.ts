import { startTag, tagHasClass, type StartTag } from './tags.ts';

/** The part of a page that is one comment, cut out before anything in it is parsed. */
export interface CommentSource {
	/** 0 when neither its start tag nor its footer gives one. */
	id: number;
	/** The selector that found its start. */
	foundBy: { name: string; at: number };
	/** From its start tag to its text: the title. */
	head: string;
	/** The start tag of the text; empty when nothing marks its beginning. */
	tag: string;
	/** What the member wrote, with the end tags that follow it. */
	content: string;
	/** Author, date and link to itself; empty when it has no footer of its own. */
	footer: string;
	/** Ids of the starts of comments inside its text. */
	inside: number[];
}

/** The first selector that finds any comment in a page is used for all of them. */
const STARTS: [name: string, is: (tag: StartTag) => boolean][] = [
	['.feed-entry--comment', (tag) => tagHasClass(tag, 'feed-entry--comment')],
	['.h-entry#commentN', (tag) => tagHasClass(tag, 'h-entry') && ownId(tag) > 0],
	['itemtype Comment', (tag) => /\/Comment$/.test(tag.attributes.get('itemtype') ?? '')],
	['#commentN', (tag) => ownId(tag) > 0],
];

const ownId = (tag: StartTag): number =>
	Number(/^comment(\d{1,9})$/.exec(tag.attributes.get('id') ?? '')?.[1] ?? 0);

/**
 * Cuts the comments of a page apart by the markup of their starts and footers, so that nothing in the text
 * of one can swallow or imitate another. `rest` is the page without them.
 *
 * A comment ends with the last footer before the next start that links to it. If that footer comes after
 * later starts, those starts are part of what its author wrote.
 */
export function cutComments(html: string): { rest: string; comments: CommentSource[] } {
	const starts = findStarts(html);
	const pieces = starts.map((start, n) => ({
		...start,
		until: starts[n + 1]?.at ?? html.length,
		footers: footersOf(html, start.end, starts[n + 1]?.at ?? html.length),
	}));
	const stray = strayFooters(pieces);
	const comments: CommentSource[] = [];
	const rest: string[] = [html.slice(0, starts[0]?.at ?? html.length)];
	for (let n = 0; n < pieces.length;) {
		const last = lastPieceOf(pieces, n, stray);
		const first = pieces[n];
		const end = pieces[last];
		if (!first || !end) break;
		const inside = pieces.slice(n + 1, last + 1).map(({ id }) => id);
		const own = ownFooter(first.id, end.footers);
		const textEnd = own?.at ?? endWithoutFooter(html, first.end, end);
		const textStart = startOfText(html, first.end, textEnd);
		comments.push({
			id: first.id || (own?.id ?? 0),
			foundBy: first.foundBy,
			head: html.slice(first.at, textStart.tag),
			tag: html.slice(textStart.tag, textStart.text),
			content: html.slice(textStart.text, textEnd),
			footer: own ? html.slice(own.at, own.end) : '',
			inside,
		});
		rest.push(html.slice(own?.end ?? textEnd, end.until));
		n = last + 1;
	}
	return { rest: rest.join(''), comments };
}

interface Start {
	at: number;
	/** Position after the start tag. */
	end: number;
	id: number;
	foundBy: CommentSource['foundBy'];
}

interface Piece extends Start {
	until: number;
	footers: Footer[];
}

function findStarts(html: string): Start[] {
	const tags: { at: number; tag: StartTag }[] = [];
	for (const { index } of html.matchAll(/<(?:article|section|div|li)(?=[\s>/])/gi)) {
		const tag = startTag(html, index);
		if (tag && /comment/i.test(html.slice(index, tag.end))) tags.push({ at: index, tag });
	}
	for (const [n, [name, is]] of STARTS.entries()) {
		const foundBy = { name, at: n };
		const found = tags.filter(({ tag }) => is(tag));
		if (found.length > 0)
			return found.map(({ at, tag }) => ({ at, end: tag.end, id: ownId(tag), foundBy }));
	}
	return [];
}

interface Footer {
	at: number;
	end: number;
	/** Id of the comment that it links to; 0 when there is no link. */
	id: number;
	isOfComment: boolean;
}

function footersOf(html: string, from: number, until: number): Footer[] {
	const piece = html.slice(from, until);
	const starts = [...piece.matchAll(/<footer(?=[\s>/])/gi)].map((match) => match.index);
	return starts.map((at, n) => {
		const text = piece.slice(at, starts[n + 1] ?? piece.length);
		const close = /<\/footer\s*>/i.exec(text);
		const own = close ? text.slice(0, close.index + close[0].length) : text;
		return {
			at: from + at,
			end: from + at + own.length,
			id: Number(/href\s*=\s*["']?[^"'\s>]*#comment(\d{1,9})["'\s>]/i.exec(own)?.[1] ?? 0),
			isOfComment: /nickname|p-author|dt-published|datePublished|Posted by/.test(own),
		};
	});
}

/** The comment's own footer among those of a stretch of the page. */
function ownFooter(id: number, footers: Footer[]): Footer | undefined {
	return (
		footers.findLast((footer) => footer.id === id && footer.isOfComment && id > 0) ??
		footers.findLast((footer) => footer.isOfComment && (footer.id === 0 || id === 0))
	);
}

/**
 * By comment id, the last later piece with a footer that links to this comment, after the piece's own
 * footer or instead of one.
 */
function strayFooters(pieces: Piece[]): Map<number, number> {
	const stray = new Map<number, number>();
	pieces.forEach(({ id, footers }, n) => {
		const own = footers.findLastIndex((footer) => footer.id === id);
		for (const footer of footers.slice(own + 1))
			if (footer.isOfComment && footer.id > 0) stray.set(footer.id, n);
	});
	return stray;
}

/** The piece with the end of the comment that begins with piece `n`. */
function lastPieceOf(pieces: Piece[], n: number, stray: Map<number, number>): number {
	const id = pieces[n]?.id ?? 0;
	const last = stray.get(id) ?? n;
	if (last <= n) return n;
	// If the same id starts again, the footer belongs to that second start.
	return pieces.slice(n + 1, last + 1).some((piece) => piece.id === id) ? n : last;
}

/** Where a comment without a footer ends: before the page's own footer, or at the end of the page. */
function endWithoutFooter(html: string, from: number, { until, footers }: Piece): number {
	const footer = footers.findLast(({ isOfComment }) => !isOfComment);
	const piece = html.slice(from, until);
	const end =
		[...piece.matchAll(/<\/main(?=[\s>])/gi)].at(-1)?.index ?? piece.search(/<\/body(?=[\s>])/i);
	return Math.min(footer?.at ?? until, end >= 0 ? from + end : until);
}

const TEXTS: ((tag: StartTag) => boolean)[] = [
	(tag) => tagHasClass(tag, 'e-content'),
	(tag) => tag.attributes.get('itemprop') === 'text',
];

/** Where the text begins: after the tag that marks it, or after the title. */
function startOfText(html: string, from: number, until: number): { tag: number; text: number } {
	const piece = html.slice(from, until);
	let marked: { tag: number; text: number } | undefined;
	for (const { index } of piece.matchAll(/<[a-z]/gi)) {
		const tag = startTag(piece, index);
		if (!tag) continue;
		const found = TEXTS.findIndex((is) => is(tag));
		const place = { tag: from + index, text: from + tag.end };
		if (found === 0) return place;
		if (found === 1) marked ??= place;
	}
	if (marked) return marked;
	const title = /^\s*<(h\d)(?=[\s>])[^]*?<\/\1\s*>/i.exec(piece)?.[0].length ?? 0;
	return { tag: from + title, text: from + title };
}
