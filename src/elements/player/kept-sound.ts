/** The browser's cache of sounds; another name when the samples change. */
const CACHE = 'session-mirror-sounds-1';

/**
 * A file that never changes: from the device once it was fetched, so that it is there without a network.
 *
 * @throws when it can be had neither there nor here
 */
export async function keptSound(url: string): Promise<Response> {
	const kept = await openCache();
	const known = await kept?.match(url);
	if (known) return known;
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	// A full disk only means fetching it again.
	await kept?.put(url, response.clone()).catch(() => undefined);
	return response;
}

/** Undefined in private windows of some browsers and on pages without https. */
async function openCache(): Promise<Cache | undefined> {
	return 'caches' in globalThis ? caches.open(CACHE).catch(() => undefined) : undefined;
}
