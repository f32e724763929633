import { scoped } from '../cache-names.ts';
import { tellOthers } from './changes.ts';
import { openLibrary } from './database.ts';
import { inOurWords } from './errors.ts';
import { openFiles } from './files.ts';

/** Only one tab, or the worker, changes the library at a time. */
const LOCK = scoped('session-mirror-library');

/**
 * Runs a function while no other tab changes the library, then notifies the other tabs.
 *
 * @throws LibraryError `blocked` where nothing can be stored
 * @throws DOMException when the signal aborts it, also while waiting for another tab
 */
export async function alone<Result>(
	signal: AbortSignal | undefined,
	act: () => Promise<Result>,
): Promise<Result> {
	try {
		// Where nothing can be stored there may be no locks either: opening the library first reports the
		// reason.
		await openLibrary();
		await openFiles();
		return await navigator.locks.request(LOCK, signal ? { signal } : {}, act);
	} catch (error) {
		throw inOurWords(error);
	} finally {
		tellOthers({ type: 'changed' });
	}
}
