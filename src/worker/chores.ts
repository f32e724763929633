import { installedPacks, updateLibrary } from '../library/library.ts';
import { CACHE_PREFIX } from '../domain/cache-names.ts';
import { mayNotAsk, savesData } from './network-leave.ts';
import { root, shell } from './scope.ts';
import { keepFiles } from './shell.ts';
import { toKeep } from './our-caches.ts';

const CACHE = `${CACHE_PREFIX}worker-1`;
const LAST_UPDATE = `${root}~library`;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let lastLook = 0;

/**
 * What is to be done now and then behind the reader's back: files that the shell lacks are looked for
 * again at most once an hour, the library is brought up to date at most once a day. Never fails.
 */
export async function doChores(): Promise<void> {
	if (Date.now() - lastLook < HOUR_MS || !navigator.onLine) return;
	if (savesData() || (await mayNotAsk())) return;
	lastLook = Date.now();
	try {
		await keepFiles(shell, shell.files, root);
		if (await isUpdateDue()) await updateLibrary({ root });
	} catch {
		// Tomorrow is another day.
	}
}

/** Counts as the update of the day when it is. */
async function isUpdateDue(): Promise<boolean> {
	if ((await installedPacks()).length === 0) return false;
	const cache = await caches.open(CACHE);
	const last = Number(await (await cache.match(LAST_UPDATE))?.text());
	if (Date.now() - last < DAY_MS) return false;
	await cache.put(LAST_UPDATE, toKeep(String(Date.now()), 'text/plain'));
	return true;
}

const CODE = `${root}~code`;

/** True when what open pages have loaded is what a new shell has: only pages differ. */
export async function isSameCode(): Promise<boolean> {
	const kept = await (await caches.open(CACHE)).match(CODE);
	return (await kept?.text()) === shell.code;
}

/** Notes the code of the shell that answers from now on. */
export async function noteCode(): Promise<void> {
	await (await caches.open(CACHE)).put(CODE, toKeep(shell.code, 'text/plain'));
}
