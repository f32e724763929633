/** The browser's cache of sounds; renamed when the samples change. */
const CACHE = 'session-mirror-sounds-1';

/**
 * A file that never changes: stored once it has been fetched, so that it is available offline.
 *
 * @throws when it is neither stored nor available from the network
 */
export async function keptSound(url: string): Promise<Response> {
	const kept = await openCache();
	const known = await kept?.match(url);
	if (known) return known;
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	// With a full disk, it is simply fetched again.
	await kept?.put(url, response.clone()).catch(() => undefined);
	return response;
}

/** Undefined in private windows of some browsers and on pages without HTTPS. */
async function openCache(): Promise<Cache | undefined> {
	return 'caches' in globalThis ? caches.open(CACHE).catch(() => undefined) : undefined;
}
