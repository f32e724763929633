import { VISITED_CACHE } from '../cache-names.ts';
import { keptAt, toKeep } from './our-caches.ts';

/** How many of the reader's last pages are stored: a few megabytes. */
const MOST = 300;

/** A visited page, without asset hashes, and when it was fetched. */
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
 * @param since when it was fetched: a copy fetched later is already last
 */
export async function touchVisited(url: string, since: number): Promise<void> {
	try {
		const cache = await caches.open(VISITED_CACHE);
		const kept = await cache.match(url);
		// Storing it again makes it the last entry.
		if (kept && keptAt(kept) === since) await cache.put(url, kept);
	} catch {
		// The disk is full.
	}
}

/** Stores a page without asset hashes; when there are too many, the least recently visited one is deleted. */
export async function keepVisited(url: string, html: string): Promise<void> {
	const cache = await caches.open(VISITED_CACHE);
	await cache.put(url, toKeep(html, 'text/html; charset=utf-8'));
	const visited = await cache.keys();
	for (const oldest of visited.slice(0, -MOST)) await cache.delete(oldest);
}

/** Deletes a page that no longer exists. */
export async function forgetVisited(url: string): Promise<void> {
	await (await caches.open(VISITED_CACHE)).delete(url);
}
