import { NAMES_CACHE } from '../cache-names.ts';
import { keepAnswer } from './answer-page.ts';
import { keptPage } from './kept-page.ts';
import { isNetworkBlocked, savesData } from './network-policy.ts';
import { errandOf } from './requests.ts';
import { root, scope, shell } from './scope.ts';

const PATIENCE_MS = 10_000;

/** Stores the pages in windows that were open before the worker. Never fails. */
export async function keepOpenPages(): Promise<void> {
	try {
		if (await isNetworkBlocked()) return;
		const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
		await Promise.all(windows.map(async ({ url }) => keepOpenPage(url)));
	} catch {
		// They are stored when they are next visited.
	}
}

async function keepOpenPage(url: string): Promise<void> {
	const errand = errandOf({ method: 'GET', url, headers: new Headers() }, root);
	if (errand.kind !== 'page' || (await keptPage(errand.address))) return;
	// The browser has just fetched it, so this needs no network request.
	const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
	await keepAnswer(errand.address, response);
}

/** Makes names searchable offline even if nobody has searched yet. Never fails. */
export async function keepFirstNames(): Promise<void> {
	if (shell.firstNames === undefined || savesData()) return;
	try {
		if (await isNetworkBlocked()) return;
		const url = root + shell.firstNames.slice(1);
		const cache = await caches.open(NAMES_CACHE);
		if (await cache.match(url)) return;
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (response.ok) await cache.put(url, response);
	} catch {
		// Background work tries again.
	}
}
