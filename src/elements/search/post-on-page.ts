import type { FoundPost, Place } from './found-post.ts';
import { foundPost, placesTyped } from './found-post.ts';
import { readPosts } from './read-posts.ts';
import { readWholeThread } from './read-thread.ts';

/** A result without an excerpt is better than none. */
const PATIENCE = 4000;

export interface Sought {
	/** The page's address. */
	url: string;
	isDiscussion: boolean;
	/** The number of words on the page when it was indexed. */
	count: number;
	places: readonly Place[];
	typed: string;
	signal: AbortSignal;
}

/** Finds a match on the page itself; undefined when the page cannot be read or no longer contains it. */
export async function postOnPage(sought: Sought): Promise<FoundPost | undefined> {
	const { url, isDiscussion, count, places, typed, signal } = sought;
	try {
		const either = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
		const html = await readWholeThread(url, either);
		if (html === undefined) return undefined;
		const page = new DOMParser().parseFromString(html, 'text/html');
		const text = readPosts(page, isDiscussion);
		return foundPost(text, text.words.length === count ? places : placesTyped(text, typed));
	} catch (error) {
		console.debug(error);
		return undefined;
	}
}
