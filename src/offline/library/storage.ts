import { openLibrary } from './database.ts';

/** The browser's storage, in bytes; undefined where the browser does not say. */
export interface StorageState {
	/** Whether stored data stays until the reader removes it. */
	persisted: boolean | undefined;
	usage: number | undefined;
	quota: number | undefined;
	/** Size of the stored pack files. */
	library: number;
}

/** @throws LibraryError when the browser stores nothing */
export async function storageState(): Promise<StorageState> {
	const bundles = await (await openLibrary()).getAll('bundles');
	const { usage, quota } = await room();
	return {
		persisted: await storageManager()?.persisted(),
		usage,
		quota,
		library: bundles.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0),
	};
}

/** Asks the browser to make storage persistent; undefined where it cannot be asked. */
export async function askPersistence(): Promise<boolean | undefined> {
	return storageManager()?.persist();
}

/** Storage used, and the total available. */
export async function room(): Promise<{ usage?: number; quota?: number }> {
	return (await storageManager()?.estimate()) ?? {};
}

/** Available on secure pages only. */
function storageManager(): StorageManager | undefined {
	return (navigator as { storage?: StorageManager }).storage;
}
