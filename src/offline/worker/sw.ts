import { isSameCode, noteActive, shellBefore } from './active-shell.ts';
import { answerFacts, answerFile, answerLeft, answerSound } from './answer-file.ts';
import { answerReading, answerVisit } from './answer-page.ts';
import { syncInBackground } from './background-sync.ts';
import { keepFirstNames, keepOpenPages } from './first-things.ts';
import { handleMessage } from './messages.ts';
import { forgetChoice, isNetworkBlocked, isNetworkKnownOpen } from './network-policy.ts';
import { errandOf } from './requests.ts';
import { root, scope, shell, type AskedEvent } from './scope.ts';
import { dropOldShells, hasExtras, keepShell, wantExtras } from './shell.ts';

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', answer);
scope.addEventListener('message', (event) => event.waitUntil(handleMessage(event)));

/** Without one of these a stored page would be unstyled or unresponsive. */
const CODE = /\.(css|js|woff2)$/;

/**
 * The first worker is installed as it is. A later one needs all of its code, because the previous shell is
 * complete; files already received stay for the next attempt. It takes over at once when only pages are new;
 * otherwise the reader is asked (`src/elements/offline-worker/`).
 */
async function install(): Promise<void> {
	if (await isNetworkBlocked())
		throw new Error('A new version waits until the network may be asked.');
	const missing = await keepShell(shell, root);
	if (!scope.registration.active) return;
	const lacking = missing.filter((address) => CODE.test(address));
	if (lacking.length > 0) {
		throw new Error(`The last version stays: of the new one ${lacking.join(', ')} is missing.`);
	}
	if (await isSameCode()) await scope.skipWaiting();
}

/** Waits for no network request: every page waits until this is done. */
async function activate(): Promise<void> {
	forgetChoice();
	await settle().catch(() => undefined);
	await scope.clients.claim();
	void keepOpenPages();
	void keepFirstNames();
}

/** Old shells are deleted first, to free space on a full disk. */
async function settle(): Promise<void> {
	const isExtra = await hasExtras(root);
	await dropOldShells(shell, await shellBefore());
	await noteActive();
	if (isExtra) await wantExtras(shell, root);
}

function answer(event: AskedEvent): void {
	const { request } = event;
	const errand = errandOf(request, root);
	switch (errand.kind) {
		case 'page':
			if (request.mode !== 'navigate') {
				return event.respondWith(answerReading(event, errand.address));
			}
			event.waitUntil(syncInBackground());
			return event.respondWith(answerVisit(event, errand.address));
		case 'file':
			return event.respondWith(answerFile(event));
		case 'facts':
			return event.respondWith(answerFacts(event));
		case 'sound':
			return event.respondWith(answerSound(event));
		case 'left':
			// A request that is not handled costs the worker nothing.
			if (isNetworkKnownOpen(event.clientId)) return;
			return event.respondWith(answerLeft(event, request.url.startsWith(root)));
	}
}
