import { openLibrary } from './database.ts';

const STAYS_OFFLINE = 'stays-offline';

/** Whether the reader chose to make no network requests; false where nothing can be stored. */
export async function staysOffline(): Promise<boolean> {
	try {
		return (await (await openLibrary()).get('settings', STAYS_OFFLINE)) === true;
	} catch {
		return false;
	}
}

/** @throws LibraryError when the browser stores nothing */
export async function setStayOffline(on: boolean): Promise<void> {
	await (await openLibrary()).put('settings', on, STAYS_OFFLINE);
}
