import { foldTyped, foldWord } from '../../search/names/fold-words.ts';
import type { PostedText } from './read-posts.ts';

/** A word that was found: its index on the page, and its weight. */
export interface Place {
	location: number;
	balanced_score: number;
}

export interface FoundPost {
	/** Its anchor; empty where only the title contains the words. */
	id: string;
	/** HTML: escaped text with the search words in `<mark>`. */
	excerpt: string;
}

/** Length of an excerpt in words. */
const LENGTH = 24;

/**
 * The comment or post in which the matches are closest together, with the surrounding text. If only the title
 * above all posts matches, the beginning of the first post; undefined when nothing matches.
 */
export function foundPost(
	{ words, posts }: PostedText,
	places: readonly Place[],
): FoundPost | undefined {
	const stretch = densest(posts, places);
	if (!stretch) return places.length > 0 ? beginning(words, posts) : undefined;
	const { id, from, to, first, last } = stretch;
	const before = Math.floor((LENGTH - (last - first + 1)) / 2);
	const start = Math.max(from, Math.min(first - before, (to ?? words.length) - LENGTH));
	const marked = new Set(places.map(({ location }) => location));
	const excerpt = words
		.slice(start, Math.min(start + LENGTH, to ?? words.length))
		.map((word, n) => (marked.has(start + n) ? `<mark>${escape(word)}</mark>` : escape(word)));
	return { id, excerpt: excerpt.join(' ') };
}

function beginning(words: readonly string[], [first, second]: PostedText['posts']): FoundPost {
	const from = first?.from ?? words.length;
	const to = Math.min(from + LENGTH, second?.from ?? words.length);
	return { id: '', excerpt: words.slice(from, to).map(escape).join(' ') };
}

/** Positions of words that begin as typed: for a page that has changed since it was indexed. */
export function placesTyped({ words }: PostedText, typed: string): Place[] {
	const begun = foldTyped(typed.replaceAll('"', ' ')).words;
	return words.flatMap((word, location) => {
		const isTyped = foldWord(word).some((part) => begun.some((start) => part.startsWith(start)));
		return isTyped ? { location, balanced_score: 1 } : [];
	});
}

interface Stretch {
	/** The post's anchor, and its words. */
	id: string;
	from: number;
	to: number | undefined;
	/** The first and the last match. */
	first: number;
	last: number;
}

/** Among all stretches of a post that fit in an excerpt, the first one with the most matches. */
function densest(posts: PostedText['posts'], places: readonly Place[]): Stretch | undefined {
	const inOrder = places.toSorted((a, b) => a.location - b.location);
	let best: Stretch | undefined;
	let most = 0;
	let post = -1;
	let held: Place[] = [];
	for (const place of inOrder) {
		const { location } = place;
		const before = post;
		while (location >= (posts[post + 1]?.from ?? Infinity)) post++;
		held = post === before ? held.filter((each) => location - each.location < LENGTH) : [];
		held.push(place);
		const here = posts[post];
		const sum = held.reduce((total, { balanced_score }) => total + balanced_score, 0);
		if (!here || sum <= most) continue;
		most = sum;
		const first = held[0]?.location ?? location;
		best = { id: here.id, from: here.from, to: posts[post + 1]?.from, first, last: location };
	}
	return best;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
