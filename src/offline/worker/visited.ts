import { VISITED_CACHE } from '../cache-names.ts';
import { keptAt, toKeep } from './our-caches.ts';

/** The reader's last pages: some megabytes. */
const MOST = 300;

/** A page that was visited, undressed, and when it was fetched. */
export async function visitedPage(
	url: string,
): Promise<{ html: string; since: number } | undefined> {
	const cache = await caches.open(VISITED_CACHE);
	const kept = await cache.match(url);
	return kept && { html: await kept.text(), since: keptAt(kept) };
}

/**
 * Moves a page to the end of the queue.
 *
 * @param since when it was fetched: one that came later is the last anyway
 */
export async function touchVisited(url: string, since: number): Promise<void> {
	try {
		const cache = await caches.open(VISITED_CACHE);
		const kept = await cache.match(url);
		// To put it again makes it the last of all.
		if (kept && keptAt(kept) === since) await cache.put(url, kept);
	} catch {
		// The disk is full.
	}
}

/** Keeps an undressed page; the one that was visited longest ago goes when there are too many. */
export async function keepVisited(url: string, html: string): Promise<void> {
	const cache = await caches.open(VISITED_CACHE);
	await cache.put(url, toKeep(html, 'text/html; charset=utf-8'));
	const visited = await cache.keys();
	for (const oldest of visited.slice(0, -MOST)) await cache.delete(oldest);
}

/** Forgets a page that is no more. */
export async function forgetVisited(url: string): Promise<void> {
	await (await caches.open(VISITED_CACHE)).delete(url);
}
