import { isNetworkBlocked, refusal } from './network-policy.ts';
import { inCaches, inOurCaches, shellCache, shellCaches } from './our-caches.ts';
import { root, shell, type AskedEvent } from './scope.ts';
import { keepFile } from './shell.ts';
import { whole, within } from './within.ts';

/** How long a page waits to learn the age of the data. */
const PATIENCE_MS = 3000;

/** How long to wait for data before a file is given up, so that a page does not wait forever. */
const STALL_MS = 15_000;

/** A file of any stored shell; a missing one is fetched and stored with this shell. */
export async function answerFile(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const kept = await inCaches(url, [shellCache(shell), ...(await shellCaches()).reverse()]);
	if (kept) return kept;
	if (await isNetworkBlocked(event.clientId)) return refusal();
	const stall = new AbortController();
	const timer = setTimeout(() => stall.abort(), STALL_MS);
	const response = await fetch(event.request, { signal: stall.signal }).finally(() =>
		clearTimeout(timer),
	);
	event.waitUntil(keep(url, response.clone(), stall));
	return response;
}

/** The facts of the most recent build available. */
export async function answerFacts(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const coming = (await isNetworkBlocked(event.clientId))
		? undefined
		: await within(PATIENCE_MS, fetch(url, { cache: 'no-cache' }).then(whole));
	if (coming?.ok) {
		event.waitUntil(keep(url, coming.clone()));
		return coming;
	}
	return (await inCaches(url, [shellCache(shell)])) ?? refusal();
}

/** A stored sound, or the requested range of it, as players ask. */
export async function answerSound(event: AskedEvent): Promise<Response> {
	const { request } = event;
	const kept = await inOurCaches(request.url);
	if (!kept) return (await isNetworkBlocked(event.clientId)) ? refusal() : fetch(request);
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
	return range ? partOf(kept, Number(range[1]), range[2] ?? '') : kept;
}

/** The stored response for a request that is otherwise not handled, when the network must not be used. */
export async function answerLeft(event: AskedEvent, isOurs: boolean): Promise<Response> {
	if (!(await isNetworkBlocked(event.clientId))) return fetch(event.request);
	return (isOurs && (await inOurCaches(event.request.url))) || refusal();
}

async function partOf(kept: Response, from: number, to: string): Promise<Response> {
	const all = await kept.blob();
	const end = to === '' ? all.size : Math.min(Number(to) + 1, all.size);
	if (from >= end) {
		const headers = { 'content-range': `bytes */${all.size}` };
		return new Response(null, { status: 416, headers });
	}
	return new Response(all.slice(from, end), {
		status: 206,
		headers: {
			'content-type': kept.headers.get('content-type') ?? '',
			'content-range': `bytes ${from}-${end - 1}/${all.size}`,
			'content-length': String(end - from),
		},
	});
}

/** Stores a response as it arrives; when no data comes for too long, aborts it for the page too. */
async function keep(url: string, response: Response, stall?: AbortController): Promise<void> {
	const type = response.headers.get('content-type') ?? '';
	const parts: BlobPart[] = [];
	if (!response.body) return;
	const reader = response.body.getReader();
	try {
		for (;;) {
			const part = await within(STALL_MS, reader.read());
			if (!part) return stall?.abort();
			if (part.done) break;
			parts.push(part.value);
		}
		if (response.ok && response.type === 'basic')
			await keepFile(shell, url, new Blob(parts, { type }), root);
	} catch {
		// The disk is full.
	}
}
