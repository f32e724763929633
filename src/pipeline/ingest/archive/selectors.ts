import type { ParentNode } from 'domhandler';

/** A way to find a field: its name in the report, and the function that finds it. */
export type Selector = readonly [
	name: string,
	find: (root: ParentNode) => string | null | undefined,
];

/** A part of a page that is left out, and why. */
export interface RefusedPart {
	id: string;
	reason: string;
}

/**
 * Records which selectors found the fields of a page. They fall back in order: the class that upstream uses
 * today, microformats and `itemprop`, the structure of the page.
 */
export class Findings {
	/** How often a fallback selector found a field. */
	readonly others: Record<string, Record<string, number>> = {};
	readonly #refused: RefusedPart[];

	constructor(refused: RefusedPart[] = []) {
		this.#refused = refused;
	}

	/** The result of the first selector that finds anything. */
	pick(field: string, selectors: readonly Selector[], root: ParentNode): string | null {
		for (const [n, [name, find]] of selectors.entries()) {
			const found = find(root);
			if (found == null || found === '') continue;
			if (n > 0) this.note(field, name);
			return found;
		}
		return null;
	}

	note(field: string, selector: string): void {
		const counts = (this.others[field] ??= {});
		counts[selector] = (counts[selector] ?? 0) + 1;
	}

	/** Leaves out an impossible value. */
	refuse(id: string, reason: string): void {
		this.#refused.push({ id, reason });
	}
}
