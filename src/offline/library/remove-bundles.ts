import { openLibrary } from './database.ts';

/** Pages per transaction: readers wait for it. */
const AT_ONCE = 2000;

/**
 * Removes bundles from the library. The first transaction already stops their pages from being found; the
 * rest is cleanup.
 */
export async function removeBundles(ids: readonly string[]): Promise<void> {
	const database = await openLibrary();
	const change = database.transaction('bundles', 'readwrite');
	await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
	for (const id of ids) {
		let left = AT_ONCE;
		while (left === AT_ONCE) {
			const clearing = database.transaction('pages', 'readwrite');
			const keys = await clearing.store.index('bundle').getAllKeys(id, AT_ONCE);
			await Promise.all([...keys.map((key) => clearing.store.delete(key)), clearing.done]);
			left = keys.length;
		}
	}
}
