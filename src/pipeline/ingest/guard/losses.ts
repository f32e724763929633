/** What the guard compares of a version of a table, of a section of the archive or of a site. */
export interface Version {
	rows: number;
	/** Ids of its things in its own order, each with a digest of its name; 0 where names are not known. */
	things: ReadonlyMap<number, number>;
	/** How many rows have a value in a column, by column; empty where there are no columns. */
	filled: Readonly<Record<string, number>>;
}

/** The other source of the same ids: the archive's pages for a table, and vice versa. */
export interface Elsewhere {
	before: ReadonlySet<number>;
	now: ReadonlySet<number>;
}

/** How one version differs from the previous one, as far as it matters to {@link doubtOf}. */
export interface Losses {
	before: number;
	/** Ids that are gone. */
	gone: number;
	/** Ids that stay. */
	kept: number;
	/** The longest run of consecutive ids that are gone, in the order of the file or of the ids. */
	longestRun: number;
	/** Ids gone from the end, after the last one that stays. */
	tail: number;
	/** Share of the lost ids that the other source also had and has also lost. */
	goneElsewhere: number;
	/** Ids that stay under another name. */
	renamed: number;
	/** Rows per thing, relative to the previous version. */
	rowsPerThing: number;
	/** Columns that had values and are now nearly empty. */
	emptied: string[];
}

export function compareVersions(before: Version, now: Version, elsewhere?: Elsewhere): Losses {
	const inFile = [...before.things.keys()];
	const byId = inFile.toSorted((a, b) => a - b);
	const isGone = (id: number): boolean => !now.things.has(id);
	const gone = inFile.filter(isGone);
	const kept = inFile.filter((id) => now.things.has(id));
	const runs = [inFile, byId].map((ids) => runsOf(ids, isGone));
	const agreed = gone.filter((id) => elsewhere?.before.has(id) && !elsewhere.now.has(id));
	return {
		before: inFile.length,
		gone: gone.length,
		kept: kept.length,
		longestRun: Math.max(...runs.map(({ longest }) => longest)),
		tail: Math.max(...runs.map(({ tail }) => tail)),
		goneElsewhere: gone.length === 0 ? 0 : agreed.length / gone.length,
		renamed: kept.filter((id) => before.things.get(id) !== now.things.get(id)).length,
		rowsPerThing: ratio(now) / ratio(before),
		emptied: emptied(before, now),
	};
}

function runsOf(
	ids: readonly number[],
	isGone: (id: number) => boolean,
): { longest: number; tail: number } {
	let longest = 0;
	let run = 0;
	for (const id of ids) {
		run = isGone(id) ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	return { longest, tail: run };
}

function ratio({ rows, things }: Version): number {
	return things.size === 0 ? 1 : rows / things.size;
}

/** With fewer rows than this, a column proves nothing. */
const FEW_ROWS = 20;

function emptied(before: Version, now: Version): string[] {
	return Object.entries(before.filled)
		.filter(([column, filled]) => {
			const expected = (filled / Math.max(1, before.rows)) * now.rows;
			return expected >= FEW_ROWS && (now.filled[column] ?? 0) < expected / 2;
		})
		.map(([column]) => column);
}
