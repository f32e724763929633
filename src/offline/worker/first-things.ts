import { NAMES_CACHE } from '../cache-names.ts';
import { keepAnswer } from './answer-page.ts';
import { keptPage } from './kept-page.ts';
import { mayNotAsk, savesData } from './network-policy.ts';
import { errandOf } from './requests.ts';
import { root, scope, shell } from './scope.ts';

const PATIENCE_MS = 10_000;

/** Keeps the pages that open windows show, who came here before the worker did. Never fails. */
export async function keepOpenPages(): Promise<void> {
	try {
		if (await mayNotAsk()) return;
		const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
		await Promise.all(windows.map(async ({ url }) => keepOpenPage(url)));
	} catch {
		// They are kept when they are visited again.
	}
}

async function keepOpenPage(url: string): Promise<void> {
	const errand = errandOf({ method: 'GET', url, headers: new Headers() }, root);
	if (errand.kind !== 'page' || (await keptPage(errand.address))) return;
	// The browser has just fetched it, and asks nobody.
	const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
	await keepAnswer(errand.address, response);
}

/** Lets names be found without a network, though nobody has searched yet. Never fails. */
export async function keepFirstNames(): Promise<void> {
	if (shell.firstNames === undefined || savesData()) return;
	try {
		if (await mayNotAsk()) return;
		const url = root + shell.firstNames.slice(1);
		const cache = await caches.open(NAMES_CACHE);
		if (await cache.match(url)) return;
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (response.ok) await cache.put(url, response);
	} catch {
		// The chores look for it again.
	}
}
