import { VISITED_CACHE } from '../domain/cache-names.ts';
import { keptAt, toKeep } from './our-caches.ts';

/** The reader's last pages: some megabytes. */
const MOST = 300;

/** A page that was visited, undressed, and when it was fetched; it moves to the end of the queue. */
export async function visitedPage(
	url: string,
): Promise<{ html: string; since: number } | undefined> {
	const cache = await caches.open(VISITED_CACHE);
	const kept = await cache.match(url);
	if (!kept) return undefined;
	const copy = kept.clone();
	const page = { html: await kept.text(), since: keptAt(kept) };
	// To put it again makes it the last of all. A full disk must not cost the page.
	await cache.put(url, copy).catch(() => undefined);
	return page;
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
