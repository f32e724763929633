/**
 * What was typed and is not in the book yet: letters of fields, and lists that are to be looked at. It is
 * kept at once, even while the page goes; where the browser lets nothing be kept, there are no drafts.
 */
const PREFIX = 'mine-draft-';

/** The name of what is to be looked at of a pasted list. */
export const PASTED = 'pasted';

export function keepDraft(name: string, text: string): void {
	attempt(() => localStorage.setItem(PREFIX + name, text));
}

/** What `keepDraft` kept, or null. */
export function draftOf(name: string): string | null {
	return attempt(() => localStorage.getItem(PREFIX + name)) ?? null;
}

/** Drops a draft that is in the book now; one that was changed meanwhile stays. */
export function dropDraft(name: string, text: string): void {
	if (draftOf(name) === text) attempt(() => localStorage.removeItem(PREFIX + name));
}

/** Keeps a list as long as the tab is open. */
export function keepUnclear(name: string, list: readonly unknown[]): void {
	attempt(() => {
		if (list.length === 0) sessionStorage.removeItem(PREFIX + name);
		else sessionStorage.setItem(PREFIX + name, JSON.stringify(list));
	});
}

/** What `keepUnclear` kept, or an empty list. */
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
