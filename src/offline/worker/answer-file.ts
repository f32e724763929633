import { mayNotAsk, refusal } from './network-policy.ts';
import { inCaches, inOurCaches, shellCache, shellCaches } from './our-caches.ts';
import { root, shell, type AskedEvent } from './scope.ts';
import { keepFile } from './shell.ts';
import { whole, within } from './within.ts';

/** What a page waits for how old the data is. */
const PATIENCE_MS = 3000;

/** A file of which nothing comes for so long is let go: a page must not wait for it for ever. */
const STALL_MS = 15_000;

/** A file of any shell that is kept; one that is not is fetched and kept with this shell. */
export async function answerFile(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const kept = await inCaches(url, [shellCache(shell), ...(await shellCaches()).reverse()]);
	if (kept) return kept;
	if (await mayNotAsk(event.clientId)) return refusal();
	const stall = new AbortController();
	const timer = setTimeout(() => stall.abort(), STALL_MS);
	const response = await fetch(event.request, { signal: stall.signal }).finally(() =>
		clearTimeout(timer),
	);
	event.waitUntil(keep(url, response.clone(), stall));
	return response;
}

/** The facts of the last build that could be had. */
export async function answerFacts(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const coming = (await mayNotAsk(event.clientId))
		? undefined
		: await within(PATIENCE_MS, fetch(url, { cache: 'no-cache' }).then(whole));
	if (coming?.ok) {
		event.waitUntil(keep(url, coming.clone()));
		return coming;
	}
	return (await inCaches(url, [shellCache(shell)])) ?? refusal();
}

/** A sound that is kept, or a part of it, which is how players ask. */
export async function answerSound(event: AskedEvent): Promise<Response> {
	const { request } = event;
	const kept = await inOurCaches(request.url);
	if (!kept) return (await mayNotAsk(event.clientId)) ? refusal() : fetch(request);
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
	return range ? partOf(kept, Number(range[1]), range[2] ?? '') : kept;
}

/** What is kept, for a request that is otherwise left alone, when the network may not be asked. */
export async function answerLeft(event: AskedEvent, isOurs: boolean): Promise<Response> {
	if (!(await mayNotAsk(event.clientId))) return fetch(event.request);
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

/** Keeps what comes; when nothing does for too long it breaks off, for the page too. */
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
