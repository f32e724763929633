import { foldTyped, foldWord } from '../../search/names/fold-words.ts';
import type { PostedText } from './read-posts.ts';

/** A word that was found: the how manieth of its page it is, and how much it counts. */
export interface Place {
	location: number;
	balanced_score: number;
}

export interface FoundPost {
	/** Its anchor; empty where only the title has the words. */
	id: string;
	/** HTML: escaped text with the words that were searched for in `<mark>`. */
	excerpt: string;
}

/** Words of an excerpt. */
const LENGTH = 24;

/**
 * The comment or post where the words that were found stand closest, with what is said around them.
 * Where only the title above all posts has them, how the first begins; undefined when nothing has them.
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

/** Where the words stand that begin as was typed: for a page that is not as it was indexed. */
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
	/** The first and the last word that was found. */
	first: number;
	last: number;
}

/** Of all stretches within a post that an excerpt can hold, the first where most was found. */
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
