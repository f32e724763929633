import { openLibrary } from './database.ts';

const STAYS_OFFLINE = 'stays-offline';

/** Whether the reader wants nothing to go to the network; false where nothing can be kept. */
export async function staysOffline(): Promise<boolean> {
	try {
		return (await (await openLibrary()).get('settings', STAYS_OFFLINE)) === true;
	} catch {
		return false;
	}
}

/** @throws LibraryError when the browser keeps nothing */
export async function setStayOffline(on: boolean): Promise<void> {
	await (await openLibrary()).put('settings', on, STAYS_OFFLINE);
}
