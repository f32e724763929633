import { freshCatalogue } from '../library/catalogue.ts';
import { installedPacks, sizeOfUpdate, updateLibrary } from '../library/library.ts';
import { keepFirstNames } from './first-things.ts';
import { isCellular, isNetworkBlocked, savesData } from './network-policy.ts';
import { readNote, writeNote } from './notes.ts';
import { root, shell } from './scope.ts';
import { keepShell } from './shell.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The most bytes downloaded unasked; a larger update is offered on the offline page. */
const MOST = 5_000_000;
const MOST_ON_CELLULAR = 1_000_000;

let lastLook = 0;

/**
 * Occasional background work: retries files missing from the shell at most once an hour, and updates the
 * library once a day. Never fails.
 */
export async function syncInBackground(): Promise<void> {
	if (Date.now() - lastLook < HOUR_MS || !navigator.onLine) return;
	if (savesData() || (await isNetworkBlocked())) return;
	lastLook = Date.now();
	try {
		await keepShell(shell, root);
		await keepFirstNames();
		await updateToday();
	} catch {
		// Tried again in an hour.
	}
}

/** Counts as the day's update once it succeeds. */
async function updateToday(): Promise<void> {
	if ((await installedPacks()).length === 0) return;
	if (Date.now() - Number((await readNote('~library')) ?? 0) < DAY_MS) return;
	const bytes = await sizeOfUpdate(await freshCatalogue(root));
	if (bytes > (isCellular() ? MOST_ON_CELLULAR : MOST)) return;
	const { isWaiting } = await updateLibrary({ root, code: shell.code });
	if (!isWaiting) await writeNote('~library', String(Date.now()));
}
