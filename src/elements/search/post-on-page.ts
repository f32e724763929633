import type { FoundPost, Place } from './found-post.ts';
import { foundPost, placesTyped } from './found-post.ts';
import { readPosts } from './read-posts.ts';
import { readWholeThread } from './read-thread.ts';

/** A result that stands without its excerpt is better than one that never comes. */
const PATIENCE = 4000;

export interface Sought {
	/** The page's address. */
	url: string;
	isDiscussion: boolean;
	/** How many words the page had when it was indexed. */
	count: number;
	places: readonly Place[];
	typed: string;
	signal: AbortSignal;
}

/** Reads on the page itself what was found there; undefined when it cannot be read or has it no more. */
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
