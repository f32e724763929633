import { openLibrary } from './database.ts';

/** What the browser gives and takes, in bytes; undefined where it does not say. */
export interface StorageState {
	/** Whether what is kept stays until the reader removes it. */
	persisted: boolean | undefined;
	usage: number | undefined;
	quota: number | undefined;
	/** Pack files that are kept. */
	library: number;
}

/** @throws LibraryError when the browser keeps nothing */
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

/** Asks the browser to keep what is kept for good; undefined where it cannot be asked. */
export async function askPersistence(): Promise<boolean | undefined> {
	return storageManager()?.persist();
}

/** What is used and what there is in all. */
export async function room(): Promise<{ usage?: number; quota?: number }> {
	return (await storageManager()?.estimate()) ?? {};
}

/** Browsers have it on secure pages only. */
function storageManager(): StorageManager | undefined {
	return (navigator as { storage?: StorageManager }).storage;
}
