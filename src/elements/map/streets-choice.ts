const KEY = 'map-streets.1';

/** Whether the reader chose to show streets on this device. */
export function wantsStreets(): boolean {
	try {
		return localStorage.getItem(KEY) === 'yes';
	} catch {
		// Treat blocked storage as empty.
		return false;
	}
}

/** Remembers or forgets the reader's choice to show streets. */
export function rememberStreets(wants: boolean): void {
	try {
		if (wants) localStorage.setItem(KEY, 'yes');
		else localStorage.removeItem(KEY);
	} catch {
		// The choice lasts as long as the page.
	}
}
