import { NAMES_CACHE } from '../domain/cache-names.ts';
import { answerFacts, answerFile, answerLeft, answerSound } from './answer-file.ts';
import { answerReading, answerVisit, keepOpenPages } from './answer-page.ts';
import { doChores, isSameCode, noteCode } from './chores.ts';
import { obey } from './messages.ts';
import { mayNotAsk, savesData, surelyMayAsk } from './network-leave.ts';
import { errandOf } from './requests.ts';
import { root, scope, shell, type AskedEvent } from './scope.ts';
import { dropOldShells, hadExtras, keepExtras, keepFiles } from './shell.ts';

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', answer);
scope.addEventListener('message', (event) => event.waitUntil(obey(event)));

/**
 * The first worker is taken as it comes. One that follows must have its stylesheet: without it every
 * kept page would be bare, and the last shell is whole. It takes over at once when only pages are new;
 * else the reader is asked (`islands/offline-worker/`).
 */
async function install(): Promise<void> {
	if (await mayNotAsk()) throw new Error('A new version waits until the network may be asked.');
	const missing = await keepFiles(shell, shell.files, root);
	if (!scope.registration.active) return;
	if (missing.some((address) => address.endsWith('.css'))) {
		throw new Error('The stylesheet of the new version could not be had: the last one stays.');
	}
	if (await hadExtras(shell, root)) await keepExtras(shell, root);
	if (await isSameCode()) await scope.skipWaiting();
}

async function activate(): Promise<void> {
	await noteCode();
	await dropOldShells(shell);
	await scope.clients.claim();
	if (await mayNotAsk()) return;
	await keepOpenPages().catch(() => undefined);
	if (!savesData()) await keepFirstNames().catch(() => undefined);
}

/** Lets names be found without a network, though nobody has searched yet. */
async function keepFirstNames(): Promise<void> {
	if (shell.firstNames === undefined) return;
	const url = root + shell.firstNames.slice(1);
	const cache = await caches.open(NAMES_CACHE);
	if (!(await cache.match(url))) await cache.add(url);
}

function answer(event: AskedEvent): void {
	const { request } = event;
	const errand = errandOf(request, root);
	switch (errand.kind) {
		case 'page':
			if (request.mode !== 'navigate') {
				return event.respondWith(answerReading(event, errand.address));
			}
			event.waitUntil(doChores());
			return event.respondWith(answerVisit(event, errand.address));
		case 'file':
			return event.respondWith(answerFile(event));
		case 'facts':
			return event.respondWith(answerFacts(event));
		case 'sound':
			return event.respondWith(answerSound(event));
		case 'left':
			// Not answered at all, a request costs the worker nothing.
			if (surelyMayAsk()) return;
			return event.respondWith(answerLeft(event, request.url.startsWith(root)));
	}
}
