const KEY = 'map-streets.1';

/** Whether the reader asked for streets on this device before. */
export function wantsStreets(): boolean {
	try {
		return localStorage.getItem(KEY) === 'yes';
	} catch {
		// Blocked storage is as good as empty.
		return false;
	}
}

/** Remembers that the reader asks for streets, or forgets it. */
export function rememberStreets(wants: boolean): void {
	try {
		if (wants) localStorage.setItem(KEY, 'yes');
		else localStorage.removeItem(KEY);
	} catch {
		// The choice lasts as long as the page.
	}
}
