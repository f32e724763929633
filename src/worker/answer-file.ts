import { mayNotAsk, refusal } from './network-leave.ts';
import { inCaches, inOurCaches, shellCache, shellCaches, toKeep } from './our-caches.ts';
import { shell, type AskedEvent } from './scope.ts';
import { within } from './within.ts';

/** What a page waits for how old the data is. */
const PATIENCE_MS = 3000;

/** A file of any shell that is kept; one that is not is fetched and kept with this shell. */
export async function answerFile(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const kept = await inCaches(url, [shellCache(shell), ...(await shellCaches()).reverse()]);
	if (kept) return kept;
	if (await mayNotAsk()) return refusal();
	const response = await fetch(event.request);
	if (response.ok && response.type === 'basic') event.waitUntil(keep(url, response.clone()));
	return response;
}

/** The facts of the last build that could be had. */
export async function answerFacts(event: AskedEvent): Promise<Response> {
	const { url } = event.request;
	const coming = (await mayNotAsk())
		? undefined
		: await within(PATIENCE_MS, fetch(url, { cache: 'no-cache' }));
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
	if (!kept) return (await mayNotAsk()) ? refusal() : fetch(request);
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
	return range ? partOf(kept, Number(range[1]), range[2] ?? '') : kept;
}

/** What is kept, for a request that is otherwise left alone, when the network may not be asked. */
export async function answerLeft(event: AskedEvent, isOurs: boolean): Promise<Response> {
	if (!(await mayNotAsk())) return fetch(event.request);
	return (isOurs && (await inOurCaches(event.request.url))) || refusal();
}

async function partOf(kept: Response, from: number, to: string): Promise<Response> {
	const whole = await kept.blob();
	const end = to === '' ? whole.size : Math.min(Number(to) + 1, whole.size);
	return new Response(whole.slice(from, end), {
		status: 206,
		headers: {
			'content-type': kept.headers.get('content-type') ?? '',
			'content-range': `bytes ${from}-${end - 1}/${whole.size}`,
			'content-length': String(end - from),
		},
	});
}

async function keep(url: string, response: Response): Promise<void> {
	try {
		const cache = await caches.open(shellCache(shell));
		await cache.put(url, toKeep(await response.blob(), response.headers.get('content-type')));
	} catch {
		// The disk is full, or the answer was cut off.
	}
}
