/** This page's responses, by cache and address: each file is requested once. */
const asked = new Map<string, Promise<unknown>>();

/**
 * The JSON file at an address of ours, stored in the browser cache of that name: a stored copy is returned at
 * once, even offline, and refreshed in the background for the next time. An address with a query names a
 * version that never changes: it is fetched once and replaces the previous version, which is returned instead
 * when there is no network or the new one takes too long. Where nothing can be stored, this is a plain fetch.
 *
 * @throws TypeError when it is not stored and there is no network
 * @throws Error when it is not stored and the site does not have it
 */
export function keptJson(url: string, cacheName: string): Promise<unknown> {
	const key = `${cacheName} ${url}`;
	const known = asked.get(key);
	if (known) return known;
	const answer = read(url, cacheName);
	asked.set(key, answer);
	answer.catch(() => asked.delete(key));
	return answer;
}

/**
 * The current JSON file at an address of ours; replaces the stored copy.
 *
 * @throws TypeError when there is no network
 * @throws Error when the site does not have it
 */
export async function freshJson(url: string, cacheName: string): Promise<unknown> {
	if (!navigator.onLine) throw new TypeError(`${url} cannot be read anew without a network.`);
	return fetchAndKeep(url, await openCache(cacheName));
}

/** Forces the file at an address to be fetched again next time; other versions of it stay. */
export function forgetKept(url: string, cacheName: string): void {
	asked.delete(`${cacheName} ${url}`);
	void openCache(cacheName)
		.then((cache) => cache?.delete(url))
		.catch(() => undefined);
}

/** Deletes the caches whose names start with `prefix`, except one. */
export function forgetOtherCaches(prefix: string, except: string): void {
	void (async () => {
		for (const name of await caches.keys())
			if (name.startsWith(prefix) && name !== except) await caches.delete(name);
	})().catch(() => undefined);
}

/** How long to wait for a newer version before using the stored older one. */
const PATIENCE = 3000;

async function read(url: string, cacheName: string): Promise<unknown> {
	const cache = await openCache(cacheName);
	const kept = await cache?.match(url).catch(() => undefined);
	if (!kept) return fetchOrOlder(url, cache);
	if (!url.includes('?') && navigator.onLine) void fetchAndKeep(url, cache).catch(() => undefined);
	return kept.json();
}

async function fetchOrOlder(url: string, cache: Cache | undefined): Promise<unknown> {
	const older = await cache?.match(url, { ignoreSearch: true }).catch(() => undefined);
	// Avoids a futile request, which browsers log as an error.
	if (!navigator.onLine) {
		if (older) return older.json();
		throw new TypeError(`${url} is not kept, and there is no network.`);
	}
	const newer = fetchAndKeep(url, cache);
	if (!older) return newer;
	const answer = await Promise.race([newer.catch(() => undefined), after(PATIENCE)]);
	// A late response is stored for the next time.
	return answer ?? older.json();
}

/**
 * The stored copy is replaced only when the new file is complete, and never by the page of a network portal
 * that answers for our site.
 */
async function fetchAndKeep(url: string, cache: Cache | undefined): Promise<unknown> {
	// Revalidates: the browser's own HTTP cache may be as old as the stored copy.
	const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(20_000) });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const text = await response.text();
	const value: unknown = JSON.parse(text);
	try {
		await cache?.put(url, new Response(text, { headers: { 'Content-Type': 'application/json' } }));
		if (cache) await forgetOlder(url, cache);
	} catch {
		// A full disk must not prevent the response.
	}
	return value;
}

async function forgetOlder(url: string, cache: Cache): Promise<void> {
	const { href } = new URL(url, location.href);
	for (const version of await cache.keys(url, { ignoreSearch: true }))
		if (version.url !== href) await cache.delete(version);
}

function after(milliseconds: number): Promise<undefined> {
	return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

/** Undefined where there is no Cache Storage (no HTTPS) or it is blocked. */
async function openCache(name: string): Promise<Cache | undefined> {
	try {
		return await caches.open(name);
	} catch {
		return undefined;
	}
}
