import { offline, unsaved } from '../../core/addresses.ts';
import { keptPage } from './kept-page.ts';
import { isNetworkBlocked, refusal } from './network-policy.ts';
import { isPage, pageResponse } from './page-text.ts';
import { refresh } from './refresh.ts';
import { root, scope, shell, type AskedEvent } from './scope.ts';
import { wholeForm } from './whole-form.ts';
import { keepVisited, touchVisited } from './visited.ts';
import { whole, within } from './within.ts';

/** How long a reader waits for a page that is not stored. */
const PATIENCE_MS = 3000;

/** Message to the page that says another page is not stored, once that page has arrived. */
const ARRIVED = 'arrived';

/** A page for the reader: the stored one at once, else the network's, else one that says what to do. */
export async function answerVisit(event: AskedEvent, address: string): Promise<Response> {
	const kept = await keptPage(address);
	if (kept) {
		event.waitUntil(touchVisited(root + address.slice(1), kept.since));
		event.waitUntil(refresh(address, kept));
		return pageResponse(kept.html, shell.names);
	}
	// With or without a slash, as on the site.
	const other = address.endsWith('/') ? address.slice(0, -1) : `${address}/`;
	if (other !== '' && (await keptPage(other))) {
		const { search } = new URL(event.request.url);
		return Response.redirect(root + other.slice(1) + search, 301);
	}
	// A page's test of working offline, if it leads here, ends with that page.
	if (await isNetworkBlocked()) return unsavedPage();
	let isLate = false;
	const coming = fetch(event.request).then(whole);
	event.waitUntil(
		coming
			.then((response) => keepAnswer(address, response.clone()))
			.then((isKept) => (isKept && isLate ? tellArrival(event.request.url) : undefined))
			.catch(() => undefined),
	);
	const response = await within(PATIENCE_MS, coming);
	if (response) return response;
	isLate = true;
	return unsavedPage();
}

/** A page for one of our scripts, which handles a missing page itself. */
export async function answerReading(event: AskedEvent, address: string): Promise<Response> {
	const kept = await keptPage(address);
	if (kept) return pageResponse(kept.html, shell.names);
	return (await isNetworkBlocked(event.clientId)) ? refusal() : fetch(event.request);
}

/** Stores a page that arrived, if it may be stored; returns whether it was. */
export async function keepAnswer(address: string, response: Response): Promise<boolean> {
	const url = root + address.slice(1);
	if (!isPage(response, url)) return false;
	const html = await wholeForm(response);
	if (html === undefined) return false;
	await keepVisited(url, html);
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

/** For a shell that lacks the page; this text needs no other file. */
const PLAIN = `<!doctype html><html lang=en><meta charset=utf-8><title>Not saved</title><meta name=viewport content="width=device-width"><h1>This page is not saved</h1><p>There is no connection, or it is too slow. <a href="">Try again</a>, or see <a href="${root}${offline().slice(1)}">what is saved</a>.`;
