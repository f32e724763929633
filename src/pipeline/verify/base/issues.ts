import type { CheckName } from './severity.ts';

/** How many issues of a check are kept with their location. */
const KEPT = 10;

export interface Issue {
	file: string;
	what: string;
}

/** All issues of one check: their number, and the first ten by file. */
export interface IssueGroup {
	check: CheckName;
	todo: string;
	count: number;
	first: Issue[];
}

/** Collects issues in any order; the same site gives the same groups. */
export class IssueBook {
	readonly #groups = new Map<CheckName, IssueGroup>();

	add(check: CheckName, todo: string, issue: Issue): void {
		let group = this.#groups.get(check);
		if (!group) this.#groups.set(check, (group = { check, todo, count: 0, first: [] }));
		group.count++;
		const { first } = group;
		const last = first[KEPT - 1];
		if (last && byFile(last, issue) <= 0) return;
		first.push(issue);
		first.sort(byFile);
		first.length = Math.min(first.length, KEPT);
	}

	/** The largest group first. */
	groups(): IssueGroup[] {
		return [...this.#groups.values()].sort(
			(a, b) => b.count - a.count || compare(a.check, b.check),
		);
	}
}

function byFile(a: Issue, b: Issue): number {
	return compare(a.file, b.file) || compare(a.what, b.what);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
