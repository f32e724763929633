import type { ParentNode } from 'domhandler';

/** A way to find a field: its name in the report, and what it finds. */
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
 * Which selectors found the fields of a page. They fall back in order, from the class that upstream uses
 * today over microformats and `itemprop` to the structure of the page.
 */
export class Findings {
	/** How often a selector other than the first found a field. */
	readonly others: Record<string, Record<string, number>> = {};
	readonly #refused: RefusedPart[];

	constructor(refused: RefusedPart[] = []) {
		this.#refused = refused;
	}

	/** What the first of the selectors that finds anything finds. */
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

	/** A value that is left out because it cannot be. */
	refuse(id: string, reason: string): void {
		this.#refused.push({ id, reason });
	}
}
