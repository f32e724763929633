import { offline, unsaved } from '../domain/addresses.ts';
import { keptPage } from './kept-page.ts';
import { mayNotAsk, refusal } from './network-leave.ts';
import { isPage, keptForm, pageResponse } from './page-text.ts';
import { refresh } from './refresh.ts';
import { root, scope, shell, type AskedEvent } from './scope.ts';
import { keepVisited } from './visited.ts';
import { within } from './within.ts';

/** What a reader waits for a page that is not kept. */
const PATIENCE_MS = 3000;

/** Told to the page that says that another is not kept, once that one has come. */
export const ARRIVED = 'arrived';

/** A page for the reader: what is kept at once, else the network's, else one that says what to do. */
export async function answerVisit(event: AskedEvent, address: string): Promise<Response> {
	const kept = await keptPage(address);
	if (kept) {
		event.waitUntil(refresh(address, kept));
		return pageResponse(kept.html, shell.names);
	}
	const folder = `${address}/`;
	if (!address.endsWith('/') && (await keptPage(folder))) {
		const { search } = new URL(event.request.url);
		return Response.redirect(root + folder.slice(1) + search, 301);
	}
	if (await mayNotAsk()) return unsavedPage();
	let isLate = false;
	const coming = fetch(event.request);
	event.waitUntil(
		coming
			.then((response) => keep(address, response.clone()))
			.then((isKept) => (isKept && isLate ? tellArrival(event.request.url) : undefined))
			.catch(() => undefined),
	);
	const response = await within(PATIENCE_MS, coming);
	if (response) return response;
	isLate = true;
	return unsavedPage();
}

/** A page for a script of ours, which says itself when there is none. */
export async function answerReading(event: AskedEvent, address: string): Promise<Response> {
	const kept = await keptPage(address);
	if (kept) return pageResponse(kept.html, shell.names);
	return (await mayNotAsk()) ? refusal() : fetch(event.request);
}

/** Keeps a page that open windows show, who came here before the worker did. */
export async function keepOpenPages(): Promise<void> {
	for (const { url } of await scope.clients.matchAll({
		type: 'window',
		includeUncontrolled: true,
	})) {
		if (!url.startsWith(root)) continue;
		const { pathname } = new URL(url);
		const address = `/${pathname.slice(new URL(root).pathname.length)}`;
		// The browser has just fetched it, and asks nobody.
		if (!(await keptPage(address))) await keep(address, await fetch(url));
	}
}

async function keep(address: string, response: Response): Promise<boolean> {
	if (!isPage(response)) return false;
	const html = keptForm(await response.text(), shell.names);
	if (html === undefined) return false;
	await keepVisited(root + address.slice(1), html);
	return true;
}

async function tellArrival(url: string): Promise<void> {
	for (const client of await scope.clients.matchAll({ type: 'window' }))
		if (client.url.replace(/#.*$/, '') === url.replace(/#.*$/, ''))
			client.postMessage({ type: ARRIVED });
}

async function unsavedPage(): Promise<Response> {
	const page = await keptPage(unsaved());
	return pageResponse(page?.html ?? PLAIN, shell.names, 503);
}

/** For a shell that lacks the page: nothing here needs a file. */
const PLAIN = `<!doctype html><html lang=en><meta charset=utf-8><title>Not saved</title><meta name=viewport content="width=device-width"><h1>This page is not saved</h1><p>There is no connection, or it is too slow. <a href="">Try again</a>, or see <a href="${root}${offline().slice(1)}">what is saved</a>.`;
