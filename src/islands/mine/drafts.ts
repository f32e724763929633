/**
 * What was typed and is not in the book yet. It is kept at once, even while the page goes; where the
 * browser lets nothing be kept, there are no drafts.
 */
const PREFIX = 'mine-draft-';

export function keepDraft(name: string, text: string): void {
	attempt((storage) => storage.setItem(PREFIX + name, text));
}

/** What `keepDraft` kept, or null. */
export function draftOf(name: string): string | null {
	return attempt((storage) => storage.getItem(PREFIX + name)) ?? null;
}

/** Drops a draft that is in the book now; one that was changed meanwhile stays. */
export function dropDraft(name: string, text: string): void {
	attempt((storage) => {
		if (storage.getItem(PREFIX + name) === text) storage.removeItem(PREFIX + name);
	});
}

function attempt<T>(act: (storage: Storage) => T): T | undefined {
	try {
		return act(localStorage);
	} catch {
		return undefined;
	}
}
