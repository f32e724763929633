/** What a stage left out of one place for one reason. The report names it, but never its contents. */
export interface LeftOut {
	/** Where it would have been: `csv/tunes.csv`, `archive/tunes`, `search/tunes`, `packs/tunes`. */
	source: string;
	/** The reason, as one clause. */
	reason: string;
	count: number;
	/** The first hundred, each with its id there: `row 12`, `tunes/27`. */
	places: { place: string; id: string }[];
}

const KEPT = 100;

/** Collects what a stage leaves out, to count and report it. */
export class LeftOutBook {
	readonly #groups = new Map<string, LeftOut>();

	add(source: string, reason: string, place: string, id: number | string): void {
		const key = `${source}\0${reason}`;
		let group = this.#groups.get(key);
		if (!group) this.#groups.set(key, (group = { source, reason, count: 0, places: [] }));
		group.count++;
		if (group.places.length < KEPT) group.places.push({ place, id: String(id) });
	}

	/** By source, each with its largest group first. */
	groups(): LeftOut[] {
		return [...this.#groups.values()].sort(
			(a, b) => compare(a.source, b.source) || b.count - a.count || compare(a.reason, b.reason),
		);
	}
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
