import { freshCatalogue } from '../library/catalogue.ts';
import { installedPacks, sizeOfUpdate, updateLibrary } from '../library/library.ts';
import { keepFirstNames } from './first-things.ts';
import { isCellular, mayNotAsk, savesData } from './network-policy.ts';
import { readNote, writeNote } from './notes.ts';
import { root, shell } from './scope.ts';
import { keepShell } from './shell.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Bytes that come unasked; a larger update is offered on the page of packs. */
const MOST = 5_000_000;
const MOST_ON_CELLULAR = 1_000_000;

let lastLook = 0;

/**
 * What is to be done now and then behind the reader's back: files that the shell lacks are looked for
 * again at most once an hour, the library is brought up to date once a day. Never fails.
 */
export async function doChores(): Promise<void> {
	if (Date.now() - lastLook < HOUR_MS || !navigator.onLine) return;
	if (savesData() || (await mayNotAsk())) return;
	lastLook = Date.now();
	try {
		await keepShell(shell, root);
		await keepFirstNames();
		await updateToday();
	} catch {
		// In an hour it is tried again.
	}
}

/** Counts as the update of the day once it has succeeded. */
async function updateToday(): Promise<void> {
	if ((await installedPacks()).length === 0) return;
	if (Date.now() - Number((await readNote('~library')) ?? 0) < DAY_MS) return;
	const bytes = await sizeOfUpdate(await freshCatalogue(root));
	if (bytes > (isCellular() ? MOST_ON_CELLULAR : MOST)) return;
	const { isWaiting } = await updateLibrary({ root, code: shell.code });
	if (!isWaiting) await writeNote('~library', String(Date.now()));
}
