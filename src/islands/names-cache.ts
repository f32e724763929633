/** The browser's cache of the tables of names. */
export const NAMES_CACHE = 'session-mirror-names-1';

/** Tells whether names can be found without asking the network for the first table. */
export async function areNamesKept(): Promise<boolean> {
	return (await globalThis.caches?.has(NAMES_CACHE).catch(() => false)) ?? false;
}
