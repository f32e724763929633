import { scoped } from '../cache-names.ts';
import { tellOthers } from './changes.ts';
import { openLibrary } from './database.ts';
import { inOurWords } from './errors.ts';
import { openFiles } from './files.ts';

/** One tab, or the worker, changes the library at a time. */
const LOCK = scoped('session-mirror-library');

/**
 * Does something while no other tab changes the library, and tells them that it is done.
 *
 * @throws LibraryError `blocked` where nothing can be kept
 * @throws DOMException when the signal aborts it, also while it waits for another tab
 */
export async function alone<Result>(
	signal: AbortSignal | undefined,
	act: () => Promise<Result>,
): Promise<Result> {
	try {
		// Where nothing can be kept, there may be no locks either: who waits for one learns why.
		await openLibrary();
		await openFiles();
		return await navigator.locks.request(LOCK, signal ? { signal } : {}, act);
	} catch (error) {
		throw inOurWords(error);
	} finally {
		tellOthers({ type: 'changed' });
	}
}
