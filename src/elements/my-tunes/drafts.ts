/**
 * Text that was typed but is not in the book yet: the text of fields, and lists to be reviewed. Stored
 * immediately, even while the page unloads; where the browser stores nothing, there are no drafts.
 */
const PREFIX = 'mine-draft-';

/** The name of the items to review from a pasted list. */
export const PASTED = 'pasted';

export function keepDraft(name: string, text: string): void {
	attempt(() => localStorage.setItem(PREFIX + name, text));
}

/** The text that `keepDraft` stored, or null. */
export function draftOf(name: string): string | null {
	return attempt(() => localStorage.getItem(PREFIX + name)) ?? null;
}

/** Deletes a draft that is now in the book, unless it has changed since. */
export function dropDraft(name: string, text: string): void {
	if (draftOf(name) === text) attempt(() => localStorage.removeItem(PREFIX + name));
}

/** Stores a list for as long as the tab is open. */
export function keepUnclear(name: string, list: readonly unknown[]): void {
	attempt(() => {
		if (list.length === 0) sessionStorage.removeItem(PREFIX + name);
		else sessionStorage.setItem(PREFIX + name, JSON.stringify(list));
	});
}

/** The list that `keepUnclear` stored, or an empty one. */
export function unclearOf<Item>(name: string): Item[] {
	const kept = attempt(() => sessionStorage.getItem(PREFIX + name)) ?? '[]';
	return JSON.parse(kept) as Item[];
}

function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
