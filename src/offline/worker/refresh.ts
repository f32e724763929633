import type { KeptPage } from './kept-page.ts';
import { isNetworkBlocked, savesData } from './network-policy.ts';
import { isPage } from './page-text.ts';
import { root } from './scope.ts';
import { forgetVisited, keepVisited } from './visited.ts';
import { wholeForm } from './whole-form.ts';

/** The shortest time between two requests for the same page. */
const REST_MS = 60_000;
const PATIENCE_MS = 30_000;

const lastTimes = new Map<string, number>();

/**
 * Fetches the current version of a page that was shown, for the next visit. Never fails: if it cannot be
 * fetched, the stored page stays.
 */
export async function refresh(address: string, shown: KeptPage): Promise<void> {
	const last = lastTimes.get(address) ?? 0;
	if (Date.now() - last < REST_MS || !navigator.onLine || savesData() || (await isNetworkBlocked()))
		return;
	lastTimes.set(address, Date.now());
	const url = root + address.slice(1);
	try {
		const response = await fetch(url, {
			cache: 'no-cache',
			priority: 'low',
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.status === 404) await forgetVisited(url);
		if (!isPage(response, url)) return;
		const html = await wholeForm(response);
		if (html !== undefined && html !== shown.html) await keepVisited(url, html);
	} catch {
		// Interrupted, or the disk is full.
	}
}
